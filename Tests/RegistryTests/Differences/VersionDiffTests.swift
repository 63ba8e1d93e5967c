import TestSupport
import Testing

@testable import Registry

@Suite struct `A diff` {
  private let sample: SampleRegistry

  init() throws {
    sample = try SampleRegistry("v1.0.0")
    try SampleArtifacts.write(in: sample.directory, model: "other bytes", recall: 0.5)
    try sample.directory.write("# Report", to: "artifacts/model_report.md")
  }

  private var artifacts: ArtifactDirectory {
    get throws { try ArtifactDirectory(sample.directory.file("artifacts")) }
  }

  private func check(_ diff: VersionDiff) throws {
    #expect(diff.compatibility.changes == [])
    #expect(diff.smallestVersion == (try ModelVersion("v1.0.1")))
    #expect(
      diff.metrics.map(\.name) == [
        "test_metrics.recall", "test_metrics.pr_auc", "test_metrics.n_samples",
      ])
    #expect(diff.metrics.map(\.change) == [-0.25, 0, 0])
    #expect(diff.metrics.map(\.isBetter) == [false, nil, nil])
    #expect(diff.metadata == [])
    #expect(diff.files.map(\.path) == ["metrics.json", "model.joblib", "model_report.md"])
    #expect(diff.files.map { $0.before == nil } == [false, false, true])
  }

  @Test func `of two versions tells metrics, metadata and files that differ`() throws {
    try sample.register("v1.0.1")
    let diff = try sample.registry.diff(
      from: ModelReference("v1.0.0"), to: ModelReference("latest"))
    #expect((diff.before, diff.after) == ("v1.0.0", "v1.0.1"))
    try check(diff)
  }

  @Test func `with what training left is the one that its version would have`() throws {
    let diff = try sample.registry.diff(from: ModelReference("v1.0.0"), to: artifacts)
    try check(diff)
    #expect(
      diff.files.dropFirst().first?.after?.digest == SHA256.digest(of: Array("other bytes".utf8)))
  }

  @Test func `tells metadata field by field, also those that are on one side only`() throws {
    let changed = SampleArtifacts.metadata.replacing(
      "\"seed\": 42", with: "\"seed\": 43, \"run_id\": \"r\""
    )
    .replacing("\"code_version\": \"c0ffee\"", with: "\"group\": null")
    try sample.directory.write(changed, to: "artifacts/model_metadata_v1.json")
    let diff = try sample.registry.diff(from: ModelReference("v1.0.0"), to: artifacts)
    #expect(
      diff.metadata == [
        .init(name: "seed", before: 42, after: 43),
        .init(name: "code_version", before: "c0ffee", after: nil),
        .init(name: "run_id", before: nil, after: "r"),
        .init(name: "group", before: nil, after: .null),
      ])
  }

  @Test func `hashes a model directory file by file`() throws {
    let directory = try TemporaryDirectory()
    try SampleArtifacts.write(in: directory, modelName: "model_v1/weights.bin")
    try directory.write("{}", to: "artifacts/model_v1/inner/config.json")
    let diff = try sample.registry.diff(
      from: ModelReference("v1.0.0"), to: ArtifactDirectory(directory.file("artifacts")))
    #expect(
      diff.files.map(\.path) == ["model.joblib", "model/inner/config.json", "model/weights.bin"])
    #expect(diff.compatibility.changes.map(\.rule) == [.modelFormatChanged])
  }

  private typealias Known = (name: String, largerIsBetter: Bool?)

  private static let known: [Known] = [
    ("roc_auc", true), ("test_metrics.recall", true), ("F1", true), ("precision@0.5", true),
    ("validation_metrics.brier_score", false), ("log_loss", false), ("fpr", false),
    ("n_samples", nil), ("threshold", nil), ("", nil), ("prevalence", nil),
  ]

  @Test(arguments: known)
  private func `knows which way a metric gets better, or says that it does not`(known: Known) {
    let metric = VersionDiff.MetricChange(name: known.name, before: 0.5, after: 0.75)
    #expect(metric.largerIsBetter == known.largerIsBetter)
    #expect(metric.isBetter == known.largerIsBetter)
  }
}
