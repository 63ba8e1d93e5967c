import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `A version that is registered` {
  let directory: TemporaryDirectory
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
  }

  private func registry(_ inspector: ModelInspector? = nil) -> ModelRegistry {
    ModelRegistry(at: directory.file("registry"), inspector: inspector)
  }

  private func artifacts() throws -> ArtifactDirectory {
    try ArtifactDirectory(directory.file("artifacts"))
  }

  @discardableResult
  private func register(inspector: ModelInspector? = nil) throws -> Registration {
    try registry(inspector).register(artifacts(), as: version, by: "ana")
  }

  private func rules(_ findings: [LintFinding]?) -> [LintRule] { findings?.map(\.rule) ?? [] }

  /// Two errors and a warning.
  private func spoil() throws {
    try directory.write(
      #"{"test_metrics": {"recall": "0.7", "pr_auc": 2, "roc_auc": 0.4}}"#,
      to: "artifacts/metrics_v1.json")
  }

  @Test func `is refused with every finding when lint finds an error`() throws {
    try spoil()
    let error = #expect(throws: RegistryError.self) { try register() }
    guard case .refusedByLint(let path, let report) = error else {
      Issue.record("expected refusedByLint, got \(String(describing: error))")
      return
    }
    #expect(path == directory.file("artifacts"))
    #expect(rules(report.findings) == [.metricType, .metricRange, .belowChance])
    #expect(error?.exitCode == .refused)
    #expect(
      error?.message == "'\(path)' is refused by lint, 2 errors: metrics_v1.json: metric_type: "
        + "'test_metrics.recall' is \"0.7\", which is not a number")
    #expect(
      error?.remedy == "write the number without quotes; 'registry lint' tells everything, "
        + "docs/lint.md what policy.json can allow")
    #expect(try registry().versions().isEmpty)
    #expect(
      directory.contents().keys.filter { $0.contains("staging/") && !$0.hasSuffix("staging/") }
        == [])
  }

  @Test func `tells of warnings, which refuse nothing`() throws {
    try directory.write(#"{"roc_auc": 0.4}"#, to: "artifacts/metrics_v1.json")
    let report = try register().lint
    #expect(rules(report.warnings) == [.belowChance])
    #expect(report.errors.isEmpty && !report.isClean && !report.isRefused)
    #expect(try registry().lint(.exact(version)) == renamed(report))
  }

  /// The same findings of the files under the names that they have in a version.
  private func renamed(_ report: LintReport) -> LintReport {
    LintReport(
      report.findings.map {
        LintFinding($0.rule, file: "metrics.json", at: $0.at, $0.message)
      }, policy: LintPolicy())
  }

  @Test func `is clean when there is nothing to say`() throws {
    #expect(try register().lint.isClean)
    #expect(try registry().lint(.exact(version)).isClean)
    #expect(try registry().lint(artifacts(), as: version).isClean)
  }

  private func write(policy: String) throws {
    try directory.write("{\"lint\": \(policy)}", to: "registry/policy.json")
  }

  @Test func `is refused for a warning where the policy says so`() throws {
    try directory.write(#"{"roc_auc": 0.4}"#, to: "artifacts/metrics_v1.json")
    try write(policy: #"{"warnings": "refuse"}"#)
    #expect(try registry().lint(artifacts()).isRefused)
    let error = #expect(throws: RegistryError.self) { try register() }
    #expect(error?.exitCode == .refused)
    try write(policy: #"{"warnings": "allow"}"#)
    try register()
  }

  @Test func `goes by what the policy makes of a rule`() throws {
    try spoil()
    try write(
      policy: #"{"rules": {"metric_type": "allow", "metric_range": "warning"}}"#)
    #expect(rules(try registry().lint(artifacts()).findings) == [.metricRange, .belowChance])
    #expect(rules(try register().lint.warnings) == [.metricRange, .belowChance])
    try write(policy: #"{"rules": {"below_chance": "error"}}"#)
    #expect(
      rules(try registry().lint(.exact(version)).errors)
        == [.metricType, .metricRange, .belowChance])
  }

  @Test(arguments: [
    (#"{"warning": "refuse"}"#, "lint.warning", "one of: warnings, rules"),
    (#"{"warnings": "deny"}"#, "lint.warnings", "one of: allow, refuse"),
    (
      #"{"rules": {"metric_type": "warn"}}"#, "lint.rules.metric_type",
      "one of: error, warning, allow"
    ),
    (#"{"rules": []}"#, "lint.rules", "an object"), (#"[]"#, "lint", "an object"),
  ])
  func `is not registered under a policy that has no meaning`(
    policy: String, field: String, expected: String
  ) throws {
    try write(policy: policy)
    let refusal = RegistryError.invalidPolicy(
      path: directory.file("registry/policy.json"), field: field, expected: expected)
    #expect(throws: refusal) { try register() }
    #expect(throws: refusal) { try registry().lint(artifacts()) }
  }

  @Test func `is not registered under a policy that names no rule`() throws {
    try write(policy: #"{"rules": {"metric_typo": "allow"}}"#)
    let error = #expect(throws: RegistryError.self) { try register() }
    #expect(
      error?.message.contains("'lint.rules.metric_typo' is not one of: expected_features, ") == true
    )
  }

  @Test func `has its model looked into when it is ONNX and there is somebody who can`() throws {
    try FileManager.default.removeItem(atPath: directory.file("artifacts"))
    try SampleArtifacts.write(in: directory, model: "graph", modelName: "model_v1.onnx")
    let inspector: ModelInspector = {
      .unreadable(reason: "it says '\(String(decoding: $0, as: UTF8.self))'")
    }
    #expect(try registry().lint(artifacts()).isClean)
    let report = try registry(inspector).lint(artifacts())
    #expect(report.findings.map(\.line) == ["model_v1.onnx: unreadable_model: it says 'graph'"])
    #expect(throws: RegistryError.refusedByLint(path: try artifacts().path, report)) {
      try register(inspector: inspector)
    }
    try register()
    #expect(
      try registry(inspector).lint(.exact(version)).findings.map(\.line)
        == ["model.onnx: unreadable_model: it says 'graph'"])
  }

  @Test func `of another framework is not looked into`() throws {
    try register { _ in .unreadable(reason: "not asked") }
    #expect(try registry { _ in .unreadable(reason: "not asked") }.lint(.exact(version)).isClean)
  }

  @Test func `is linted from what was registered, or not at all`() throws {
    try register()
    let path = directory.file("registry/v1.0.0/metrics.json")
    chmod(path, 0o644)
    let text = try directory.read("registry/v1.0.0/metrics.json")
    try directory.write(text.replacing("153", with: "154"), to: "registry/v1.0.0/metrics.json")
    #expect(throws: RegistryError.damagedFile(path: path, .content)) {
      try registry().lint(.exact(version))
    }
  }

  @Test func `is named, or nothing is linted`() throws {
    try register()
    let registry = registry()
    #expect(throws: RegistryError.noVersionNamed(registry: registry.path)) {
      try registry.lint(.development)
    }
  }

  @Test(arguments: [
    ("artifacts/metrics_v1.json", "{", ExitCode.usage),
    ("artifacts/model_metadata_v1.json", "[]", .usage),
    ("artifacts/model_signature_v1.json", #"{"input_schema": 3}"#, .usage),
  ])
  func `has files that can be read, or the error of register`(
    name: String, text: String, code: ExitCode
  ) throws {
    try directory.write(text, to: name)
    let linting = #expect(throws: RegistryError.self) { try registry().lint(artifacts()) }
    let registering = #expect(throws: RegistryError.self) { try register() }
    #expect(linting == registering)
    #expect(linting?.exitCode == code)
  }
}
