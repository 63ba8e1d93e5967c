import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `A number that is too small` {
  private let sample: SampleRegistry

  private static let two = #"{"input_schema": {"age": "int", "job": "object"}}"#
  private static let one = #"{"input_schema": {"job": "object"}}"#
  private static let three =
    #"{"input_schema": {"age": "int", "job": "object", "region": "object"}}"#

  init() throws { sample = try SampleRegistry() }

  @discardableResult
  private func register(
    _ version: String, _ signature: String = two, allowing reason: String? = nil
  ) throws -> Registration {
    try sample.directory.write(signature, to: "artifacts/model_signature_v1.json")
    return try sample.registry.register(
      ArtifactDirectory(sample.directory.file("artifacts")), as: ModelVersion(version), by: "ana",
      allowingIncompatible: reason)
  }

  private func refusal(_ work: () throws -> Void) -> String? {
    let error = #expect(throws: RegistryError.self) { try work() }
    #expect(error?.exitCode == .versionTooSmall)
    return error?.message
  }

  @Test func `is refused, and what would do is said`() throws {
    try register("v1.0.0")
    let error = #expect(throws: RegistryError.self) { try register("v1.9.0", Self.one) }
    #expect(error?.exitCode == .versionTooSmall)
    #expect(
      error?.message
        == "v1.9.0 is too small a step from v1.0.0: input_removed 'age' needs a MAJOR one")
    #expect(
      error?.remedy
        == "register it as v2.0.0 (--bump auto), or say why it may be: --allow-incompatible REASON")
    #expect(try sample.registry.versions().count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: sample.file(".registry/staging")) == [])
    try register("v2.0.0", Self.one)
  }

  @Test func `is one that does not rise where something is new`() throws {
    try register("v1.0.0")
    #expect(refusal { try register("v1.0.1", Self.three) }?.contains("MINOR") == true)
    try register("v1.1.0", Self.three)
    // Below v1.0.0 all is one place to the right.
    try register("v0.2.0")
    try register("v0.2.1", Self.three)
    #expect(refusal { try register("v0.2.2", Self.one) }?.contains("MAJOR") == true)
    try register("v0.3.0", Self.one)
  }

  @Test func `is told from one in its own line, whatever came later`() throws {
    try register("v1.0.0")
    try register("v2.0.0", Self.one)
    // v1.0.1 follows v1.0.0, and v2.0.1 follows v2.0.0.
    try register("v1.0.1")
    #expect(refusal { try register("v2.0.1") } != nil)
  }

  @Test func `is a pre-release that leads to one`() throws {
    try register("v1.0.0")
    #expect(refusal { try register("v1.0.1-rc.1", Self.one) } != nil)
    try register("v2.0.0-rc.1", Self.one)
    // With releases only, so that v2.0.0-rc.1 does not stand in between.
    #expect(refusal { try register("v1.5.0", Self.one) } != nil)
    try register("v2.0.0", Self.three)
  }

  @Test func `is not judged by versions that were withdrawn`() throws {
    try register("v1.0.0")
    try register("v1.1.0", Self.three)
    try sample.registry.yank(ModelVersion("v1.1.0"), by: "ana", reason: "leak")
    // As v1.0.0, and one input less than v1.1.0.
    try register("v1.2.0")
    #expect(refusal { try register("v1.3.0", Self.one) }?.contains("v1.2.0") == true)
  }

  @Test func `goes through with a reason, which the manifest keeps`() throws {
    try register("v1.0.0")
    let manifest = try register("v1.1.0", Self.one, allowing: "no caller sends it").manifest
    let text = String(decoding: JSONValue.object(manifest.fields).compactText, as: UTF8.self)
    #expect(
      text.contains(
        #""allowed_incompatible": {"reason": "no caller sends it", "baseline": "v1.0.0", "#
          + #""required_bump": "major", "changes": [{"rule": "input_removed", "of": "age"}]}"#))
    #expect(try sample.registry.verify().findings == [])
    // Where the rules say yes there is nothing to keep.
    let next = try register("v1.1.1", Self.one, allowing: "to be sure").manifest
    #expect(next.fields["allowed_incompatible"] == nil)
  }

  @Test func `cannot be told when the release before it is damaged`() throws {
    try register("v1.0.0")
    let path = "registry/v1.0.0/model_signature.json"
    chmod(sample.directory.file(path), 0o644)
    try FileManager.default.removeItem(atPath: sample.directory.file(path))
    let damage = RegistryError.damagedFile(path: sample.directory.file(path), .missing)
    #expect(throws: damage) { try register("v1.0.1") }
    let manifest = try register("v1.0.1", allowing: "the disk ate it").manifest
    let allowance = manifest.fields["allowed_incompatible"]
    #expect(allowance?["baseline"] == "v1.0.0")
    #expect(allowance?["required_bump"] == .null && allowance?["changes"] == [])
  }

  @Test func `is what the policy says it is`() throws {
    try register("v1.0.0")
    let policy = #"{"compatibility": {"rules": {"input_removed": {"level": "warn"}}}}"#
    try sample.directory.write(policy, to: "registry/policy.json")
    #expect(
      try register("v1.0.1", Self.one).compatibility?.warnings.map(\.title) == [
        "input_removed 'age'"
      ])
    try sample.directory.write(
      #"{"compatibility": {"profile": "strict"}}"#, to: "registry/policy.json")
    #expect(refusal { try register("v1.1.0") } != nil)
    // A slip is refused, and no reason gets past it.
    try sample.directory.write(#"{"compatibility": {"profile": "x"}}"#, to: "registry/policy.json")
    let error = #expect(throws: RegistryError.self) { try register("v3.0.0", allowing: "now") }
    #expect(error?.exitCode == .usage)
  }

  @Test func `is judged again when another release came in between`() throws {
    try register("v1.0.0")
    try sample.directory.write(Self.two, to: "artifacts/model_signature_v1.json")
    let registry = try RegistryDirectory.openToWrite(
      sample.file(""), fileSystem: PosixFileSystem())
    let contract = try ModelContract(
      ArtifactDirectory(sample.directory.file("artifacts")), fileSystem: PosixFileSystem())
    let step = try VersionStep(
      to: ModelVersion("v1.2.0"), contract, in: registry, allowing: "callers know")
    try step.checkAgain(in: registry)
    try register("v1.1.0", Self.three)
    #expect(refusal { try step.checkAgain(in: registry) }?.contains("from v1.1.0") == true)
  }
}

@Suite struct `The next number` {
  private let sample: SampleRegistry
  private let artifacts: ArtifactDirectory

  init() throws {
    sample = try SampleRegistry()
    artifacts = try ArtifactDirectory(sample.directory.file("artifacts"))
  }

  private func next(since: String? = nil, raising part: VersionBump? = nil) throws -> String {
    try sample.registry.nextVersion(
      for: artifacts, since: since.map { try ModelVersion($0) }, raising: part
    ).version.description
  }

  /// Of which metadata that expects other columns would say nothing good.
  private func sign(_ signature: String) throws {
    try sample.directory.write(signature, to: "artifacts/model_signature_v1.json")
    try sample.directory.write(
      #"{"model_family": "hist_gb"}"#, to: "artifacts/model_metadata_v1.json")
  }

  @Test func `of a first model is v1.0.0`() throws {
    #expect(try next() == "v1.0.0")
    try sample.register("v2.0.0-rc.1")
    #expect(try next() == "v1.0.0")
  }

  @Test func `follows the highest release, or the one that is named`() throws {
    for version in ["v1.0.0", "v1.1.0", "v2.0.0", "v2.1.0-rc.1"] { try sample.register(version) }
    #expect(try next() == "v2.0.1")
    #expect(try next(since: "v1.1.0") == "v1.1.1")
    #expect(try next(raising: .minor) == "v2.1.0")
    #expect(try next(raising: .major) == "v3.0.0")
  }

  @Test func `is one that nobody had`() throws {
    for version in ["v1.0.0", "v1.0.1", "v1.0.2"] { try sample.register(version) }
    for version in ["v1.0.1", "v1.0.2"] {
      try sample.registry.yank(ModelVersion(version), by: "ana", reason: "leak")
    }
    #expect(try next() == "v1.0.3")
    #expect(try next(raising: .patch) == "v1.0.3")
  }

  @Test func `is compared with every release that it comes to stand above`() throws {
    try sample.register("v1.0.0")
    try sign(
      #"{"input_schema": {"instituicao_2023": "object", "idade_2023": "float64", "x": "int"}, "output_schema": {"risk_score": "float", "risk_label": "int", "model_version": "str"}}"#
    )
    try sample.register("v1.1.0")
    try sign(
      #"{"input_schema": {"instituicao_2023": "object", "idade_2023": "float64", "y": "int"}, "output_schema": {"risk_score": "float", "risk_label": "int", "model_version": "str"}}"#
    )
    // After v1.0.0 alone it would be v1.1.0; after v1.1.0, whose input 'x' is gone, it is v2.0.0.
    #expect(try next(since: "v1.0.0") == "v2.0.0")
  }

  @Test func `is one that register takes`() throws {
    try sample.register("v0.1.0")
    for signature in [
      #"{"input_schema": {"a": "int"}}"#, #"{"input_schema": {"a": "float"}}"#,
      #"{"input_schema": {"a": "float", "b": "int"}}"#, #"{"input_schema": {"b": "int"}}"#,
    ] {
      try sign(signature)
      try sample.register(next())
    }
    #expect(
      try sample.registry.versions().map(\.version.description)
        == ["v0.3.0", "v0.2.2", "v0.2.1", "v0.2.0", "v0.1.0"])
  }
}
