import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Listing` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    try SampleArtifacts.write(in: directory)
  }

  private func register(_ text: String) throws -> ModelVersion {
    let version = try ModelVersion(text)
    try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    return version
  }

  @Test func `orders by precedence, highest first`() throws {
    for text in ["v1.9.0", "v1.10.0", "v1.10.0-rc.1", "v0.1.0"] { _ = try register(text) }
    #expect(
      try registry.versions().map(\.version.description)
        == ["v1.10.0", "v1.10.0-rc.1", "v1.9.0", "v0.1.0"])
  }

  @Test func `derives where a version stands from aliases and history`() throws {
    let versions = try ["v1.0.0", "v1.1.0", "v1.2.0", "v1.3.0"].map(register)
    try registry.promote(versions[0], by: "ana")
    try registry.promote(versions[1], by: "ana")
    try registry.promote(versions[2], to: .staging, by: "ana")
    #expect(
      try registry.versions().map(\.status) == [.registered, .staged, .champion, .archived])
  }

  @Test func `shows the main metric, or the one that was asked for`() throws {
    _ = try register("v1.0.0")
    let main = try #require(try registry.versions().first?.metric)
    #expect(main.name == "pr_auc" && main.value == 0.86)
    let recall = try #require(try registry.versions(metric: "test_metrics.recall").first?.metric)
    #expect(recall.value == 0.75)
    #expect(try registry.versions(metric: "unknown").first?.metric == nil)
  }

  @Test func `shows a damaged version as damaged, and the others all the same`() throws {
    let registry = ModelRegistry(
      at: registry.path, fileSystem: PosixFileSystem(),
      // A minute ago: the damage comes later.
      clock: { Timestamp(secondsSinceEpoch: Timestamp.now().secondsSinceEpoch - 60) })
    for text in ["v1.0.0", "v1.1.0"] {
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: ModelVersion(text), by: "ana")
    }
    let manifest = directory.file("registry/v1.0.0/manifest.json")
    let text = try directory.read("registry/v1.0.0/manifest.json")
    chmod(manifest, 0o644)
    try directory.write(
      text.replacingOccurrences(of: "ana", with: "eve"), to: "registry/v1.0.0/manifest.json")
    let summaries = try registry.versions()
    #expect(summaries.map(\.status) == [.registered, .damaged])
    #expect(summaries.last?.problem == .brokenSeal(path: manifest))
  }

  @Test func `says that there is no registry`() {
    let path = directory.file("nowhere")
    #expect(throws: RegistryError.noRegistry(path: path)) {
      try ModelRegistry(at: path).versions()
    }
  }

  @Test func `reads what the existing Python tool wrote`() throws {
    try directory.write(
      """
      {"manifest_version": "1", "version": "v1.1.0", "created_at": "2026-01-15T10:20:00+00:00",
       "promoted_by": "ml_engineer", "notes": "n", "status": "registered",
       "artifacts": ["model.joblib"], "has_baseline": false,
       "hashes": {"model.joblib": "\(SHA256.digest(of: Array("model bytes".utf8)))", "other": "x"}}
      """, to: "registry/v1.1.0/manifest.json")
    try directory.write("model bytes", to: "registry/v1.1.0/model.joblib")
    try directory.write(SampleArtifacts.metrics(recall: 1), to: "registry/v1.1.0/metrics.json")
    try directory.write("{}", to: "registry/rollback/champion_20260115.json")
    try directory.write(
      #"{"version": "v1.1.0", "promoted_at": "2026-01-15T10:30:00+00:00", "promoted_by": "x", "previous_champion": null}"#,
      to: "registry/champion.json")
    let summaries = try registry.versions()
    #expect(summaries.map(\.status) == [.champion])
    #expect(summaries.first?.registeredBy == "ml_engineer")
    let model = try registry.resolve(.alias(.champion))
    #expect(model.version == (try ModelVersion("v1.1.0")))
    #expect(try model.readModel() == Array("model bytes".utf8))
    #expect(!FileManager.default.fileExists(atPath: directory.file("registry/.registry")))
  }
}

@Suite struct `The history` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana", notes: "first")
    try registry.promote(version, by: "ben", reason: "why not")
  }

  private let journal = "registry/.registry/journal.jsonl"

  @Test func `says who did what and why, each line pinning the one before`() throws {
    let lines = try directory.read(journal).split(separator: "\n").map(String.init)
    let fields = try lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(fields.map { $0["event"] as? String } == ["register", "promote"])
    #expect(fields.map { $0["actor"] as? String } == ["ana", "ben"])
    #expect(fields.map { $0["reason"] as? String } == ["first", "why not"])
    #expect(fields.map { $0["sequence"] as? Int } == [1, 2])
    #expect(
      fields[1]["previous_sha256"] as? String
        == SHA256.digest(of: Array(lines[0].utf8)).description)
  }

  @Test func `counts in a line that a crash left out, and the next writer adds it`() throws {
    let before = try registry.history()
    let lines = try directory.read(journal).split(separator: "\n")
    try directory.write(lines[0] + "\n{\"torn", to: journal)
    #expect(try registry.history() == before)
    try registry.promote(version, by: "eve")
    #expect(try directory.read(journal) == lines.joined(separator: "\n") + "\n")
  }
}
