import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `Registering a run` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let store: RunStore
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    store = SampleRuns(in: directory).store
    version = try ModelVersion("v1.0.0")
  }

  private func metadata(_ text: String) -> [ArtifactDirectory.NewFile] {
    SampleRuns.files.filter { $0.name != "model_metadata_v1.json" }
      + [.init("model_metadata_v1.json", Array(text.utf8))]
  }

  private func register(_ files: [ArtifactDirectory.NewFile]) throws -> Manifest {
    let run = try SampleRuns.record()
    try store.write(run, files: files)
    return try registry.register(store.artifacts(of: run.id), as: version, by: "ana").manifest
  }

  @Test func `takes its record along, hashed`() throws {
    let manifest = try register(SampleRuns.files)
    let text = JSONValue.object(try SampleRuns.record().fields).indentedText
    let file = try #require(manifest.files.first { $0.path == "run.json" })
    #expect(file.digest == SHA256.digest(of: text))
    #expect(manifest.files.count == 7)
    #expect(try registry.verify().findings.isEmpty)
  }

  @Test func `names it in the lineage, with what the metadata does not say`() throws {
    let lineage = try register(metadata("{}")).lineage
    #expect(lineage.runID == "20261121-153312-4k9x2m")
    #expect(lineage.dataSHA256 == String(repeating: "ab", count: 32))
    #expect(lineage.codeVersion == "c0ffee")
  }

  @Test func `believes the metadata first`() throws {
    let text = #"{"run_id": "20261121-153312-4k9x2m", "data_sha256": "dd", "code_version": "1"}"#
    let lineage = try register(metadata(text)).lineage
    #expect(lineage.runID == "20261121-153312-4k9x2m")
    #expect(lineage.dataSHA256 == "dd")
    #expect(lineage.codeVersion == "1")
  }

  @Test func `is refused when its metadata names another one`() throws {
    let path = store.path + "/20261121-153312-4k9x2m/run.json"
    let refusal = RegistryError.unfitArtifact(
      path: path, field: "run_id", expected: "'another', the run that the metadata names")
    #expect(throws: refusal) { try register(metadata(#"{"run_id": "another"}"#)) }
    #expect(try registry.versions().isEmpty)
  }

  @Test func `does not disturb what is registered from the directory above`() throws {
    try store.write(SampleRuns.record(), files: SampleRuns.files)
    try SampleArtifacts.write(in: directory)
    let artifacts = try ArtifactDirectory(directory.file("artifacts"))
    let manifest = try registry.register(artifacts, as: version, by: "ana").manifest
    #expect(manifest.files.count == 4)
    #expect(manifest.lineage.runID == nil)
  }

  @Test func `from a directory with the run of an earlier training is not possible`() throws {
    let artifacts = directory.file("artifacts")
    try ArtifactDirectory.write(
      SampleRuns.files + [.init("run.json", Array("{}".utf8))], to: artifacts)
    try ArtifactDirectory.write(SampleRuns.files, to: artifacts)
    #expect(try ArtifactDirectory(artifacts).path(of: .run) == nil)
  }
}
