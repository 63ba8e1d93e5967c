import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Writing artifacts` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private var path: String { directory.file("artifacts") }

  private func write(_ files: [String: String]) throws {
    try ArtifactDirectory.write(
      files.map { .init($0.key, Array($0.value.utf8)) }, to: path)
  }

  /// Every name below the directory with its text; the directories aside.
  private func written() throws -> [String: String] {
    var texts: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path)
    where !["monitoring_baseline", "model_report_plots"].contains(name) {
      texts[name] = try? directory.read("artifacts/" + name)
      if texts[name] == nil { texts[name] = "not a file" }
    }
    return texts
  }

  private static let first = [
    "model_v1.onnx": "model 1", "model_metadata_v1.json": "{}", "model_signature_v1.json": "{}",
    "metrics_v1.json": "{}", "model_report.md": "report 1", "holdout_predictions.csv": "1",
    "monitoring_baseline/score_profile.json": "old", "monitoring_baseline/extra.json": "old",
    "model_report_plots/roc.svg": "old", "model_report_plots/loss.svg": "old",
  ]

  @Test func `makes the directory and leaves nothing else behind`() throws {
    try write(Self.first)
    #expect(try written() == Self.first)
  }

  @Test func `replaces what an earlier training wrote, and takes away what it does not write`()
    throws
  {
    try write(Self.first)
    try directory.write("[]", to: "artifacts/golden_rows.json")
    try directory.write("mine", to: "artifacts/README.md")
    let second = [
      "model_v1.onnx": "model 2", "model_metadata_v1.json": "{\"a\": 1}",
      "model_signature_v1.json": "{}", "metrics_v1.json": "{}",
      "monitoring_baseline/score_profile.json": "new", "model_report_plots/roc.svg": "new",
    ]
    try write(second)
    var expected = second
    expected["README.md"] = "mine"
    expected["monitoring_baseline/extra.json"] = "old"
    #expect(try written() == expected)
  }

  @Test(arguments: ["model_v1.joblib", "model_v1", "model_v1.onnx.bak"])
  func `refuses the directory of another program's model, and touches nothing`(
    name: String
  ) throws {
    try SampleArtifacts.write(in: directory, modelName: name)
    try directory.write("[]", to: "artifacts/golden_rows.json")
    let before = directory.contents()
    let refusal = RegistryError.ambiguousModel(
      directory: path, names: [name, "model_v1.onnx"].sorted())
    #expect(throws: refusal) { try write(Self.first) }
    #expect(directory.contents() == before)
  }

  @Test func `says that a file stands in the directory's place`() throws {
    try directory.write("a file", to: "artifacts")
    let failure = RegistryError.fileCallFailed(call: "open", path: path, errno: ENOTDIR)
    #expect(throws: failure) { try write(Self.first) }
    #expect(failure.remedy == "a file stands where a directory is needed")
  }
}
