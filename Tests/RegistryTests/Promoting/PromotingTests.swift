import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Promoting` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let versions: [ModelVersion]

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(
      at: directory.file("registry"), fileSystem: PosixFileSystem(), lockTimeoutSeconds: 0,
      clock: { Timestamp(secondsSinceEpoch: 1_768_473_000) })
    try SampleArtifacts.write(in: directory)
    versions = try ["v1.0.0", "v1.1.0", "v1.2.0"].map { try ModelVersion($0) }
    for version in versions {
      try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    }
  }

  private func fields(_ name: String) throws -> [String: Any] {
    let data = Data(try directory.read("registry/" + name).utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private var champion: ModelVersion? { get throws { try registry.alias(.champion)?.version } }

  @Test func `writes the alias file of the contract`() throws {
    try registry.promote(versions[0], by: "ana")
    try registry.promote(versions[1], by: "ben", reason: "better recall")
    let fields = try fields("champion.json")
    #expect(fields["version"] as? String == "v1.1.0")
    #expect(fields["promoted_at"] as? String == "2026-01-15T10:30:00Z")
    #expect(fields["promoted_by"] as? String == "ben")
    #expect(fields["previous_champion"] as? String == "v1.0.0")
    #expect(fields["generation"] as? Int == 2)
    #expect(fields["reason"] as? String == "better recall")
    let manifest = try registry.manifest(of: versions[1])
    #expect(fields["manifest_sha256"] as? String == manifest.digest.description)
  }

  @Test func `names what an alias other than champion meant before previous_version`() throws {
    try registry.promote(versions[0], to: .staging, by: "ana")
    try registry.promote(versions[1], to: .staging, by: "ana")
    let fields = try fields("staging.json")
    #expect(fields["previous_version"] as? String == "v1.0.0")
    #expect(fields["previous_champion"] == nil)
    #expect(try champion == nil)
  }

  @Test func `seals the file: with its seal zeroed it has the digest that the seal says`() throws {
    try registry.promote(versions[0], by: "ana")
    let text = try directory.read("registry/champion.json")
    let seal = try #require(try fields("champion.json")["self_sha256"] as? String)
    let zeroed = text.replacingOccurrences(of: seal, with: String(repeating: "0", count: 64))
    #expect(SHA256.digest(of: Array(zeroed.utf8)).description == seal)
  }

  @Test func `keeps the fields that another program added`() throws {
    try directory.write(
      #"{"version": "v1.0.0", "promoted_at": "2025-01-01T00:00:00+00:00", "ticket": {"id": 7}}"#,
      to: "registry/champion.json")
    try registry.promote(versions[1], by: "ana")
    let fields = try fields("champion.json")
    #expect((fields["ticket"] as? [String: Any])?["id"] as? Int == 7)
    #expect(fields["previous_champion"] as? String == "v1.0.0")
    #expect(fields["generation"] as? Int == 2, "the other program's setting counts as the first")
  }

  @Test func `changes nothing when the alias means the version already`() throws {
    try registry.promote(versions[0], by: "ana")
    let before = try directory.read("registry/champion.json")
    let promotion = try registry.promote(versions[0], by: "ben")
    #expect(promotion.wasAlreadyThere)
    #expect(try directory.read("registry/champion.json") == before)
    #expect(try registry.history().count == 4)
  }

  @Test func `refuses a version that is not registered, and lists those that are`() throws {
    let missing = try ModelVersion("v9.0.0")
    let error = #expect(throws: RegistryError.self) { try registry.promote(missing, by: "ana") }
    #expect(error?.exitCode == .notFound)
    #expect(error?.remedy == "registered are v1.2.0, v1.1.0, v1.0.0")
  }

  @Test func `refuses a version whose bytes changed, whatever alias it is for`() throws {
    let model = directory.file("registry/v1.1.0/model.joblib")
    chmod(model, 0o644)
    try Data("model bytez".utf8).write(to: URL(fileURLWithPath: model))
    #expect(throws: RegistryError.damagedFile(path: model, .content)) {
      try registry.promote(versions[1], by: "ana")
    }
    #expect(try champion == nil)
  }

  @Test func `waits for another writer and then names it`() throws {
    let path = directory.file("registry/.registry/lock")
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    try directory.write("process 7 (promote v1.0.0)\n", to: "registry/.registry/lock")
    let held = open(path, O_RDWR | O_CLOEXEC)
    defer { close(held) }
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    let expected = RegistryError.busy(
      path: path, holder: "process 7 (promote v1.0.0)", waitedSeconds: 0)
    #expect(throws: expected) { try registry.promote(versions[0], by: "ana") }
    #expect(try champion == nil)
  }
}

extension `Promoting` {
  @Test func `restores service when the alias file is damaged, and says what it replaced`() throws {
    try registry.promote(versions[0], by: "ana")
    try directory.write("{", to: "registry/champion.json")
    let promotion = try registry.promote(versions[1], by: "ben")
    #expect(promotion.replacedDamage?.exitCode == .integrityFailure)
    #expect(promotion.record.previous == versions[0])
    #expect(promotion.record.generation == 2)
    #expect(try champion == versions[1])
  }

  @Test func `goes on when the history is damaged, and says so`() throws {
    try registry.promote(versions[0], by: "ana")
    let path = "registry/.registry/journal.jsonl"
    let text = try directory.read(path)
    try directory.write(text.replacingOccurrences(of: "promote", with: "demote!"), to: path)
    let promotion = try registry.promote(versions[1], by: "ana")
    #expect(promotion.historyFailure == .brokenHistory(path: directory.file(path), line: 4))
    #expect(promotion.record.generation == 2)
  }

  @Test func `refuses a manifest that was sealed anew after it was registered`() throws {
    let other = ModelRegistry(at: directory.file("other"))
    try SampleArtifacts.write(in: directory, model: "evil bytes!")
    try other.register(
      ArtifactDirectory(directory.file("artifacts")), as: versions[1], by: "eve")
    for name in ["v1.1.0/manifest.json", "v1.1.0/model.joblib"] {
      chmod(directory.file("registry/" + name), 0o644)
      try directory.write(directory.read("other/" + name), to: "registry/" + name)
    }
    let path = directory.file("registry/v1.1.0/manifest.json")
    #expect(throws: RegistryError.manifestNotInHistory(path: path)) {
      try registry.promote(versions[1], by: "ana")
    }
  }
}

@Suite struct `Rolling back` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let versions: [ModelVersion]

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    try SampleArtifacts.write(in: directory)
    versions = try ["v1.0.0", "v1.1.0", "v1.2.0"].map { try ModelVersion($0) }
    for version in versions {
      try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    }
  }

  private func rollBack() throws -> String {
    try registry.rollback(by: "ana").record.version.description
  }

  @Test func `walks back through the promotions and stops at the first`() throws {
    for version in versions { try registry.promote(version, by: "ana") }
    #expect(try rollBack() == "v1.1.0")
    #expect(try rollBack() == "v1.0.0")
    let end = RegistryError.nothingToRollBackTo(.champion, current: versions[0])
    #expect(throws: end) { try registry.rollback(by: "ana") }
  }

  @Test func `is not itself a place to go back to`() throws {
    for version in versions { try registry.promote(version, by: "ana") }
    #expect(try rollBack() == "v1.1.0")
    try registry.promote(versions[2], by: "ana")
    #expect(try rollBack() == "v1.1.0")
    #expect(try rollBack() == "v1.0.0")
  }

  @Test func `goes to the version that was named`() throws {
    for version in versions { try registry.promote(version, by: "ana") }
    let record = try registry.rollback(to: versions[0], by: "ben", reason: "alarm").record
    #expect(record.version == versions[0])
    #expect(record.previous == versions[2])
    #expect(record.generation == 4)
    #expect(record.event == .rollback)
  }

  @Test func `follows the alias file of another tool, which knows one version before`() throws {
    try directory.write(
      #"{"version": "v1.1.0", "promoted_at": "2025-01-01T00:00:00+00:00", "promoted_by": "x", "previous_champion": "v1.0.0"}"#,
      to: "registry/champion.json")
    #expect(try rollBack() == "v1.0.0")
    #expect(throws: RegistryError.self) { try registry.rollback(by: "ana") }
  }

  @Test func `goes back over a promotion that another tool made`() throws {
    try registry.promote(versions[0], by: "ana")
    try registry.promote(versions[1], by: "ana")
    try directory.write(
      #"{"version": "v1.2.0", "promoted_by": "x", "previous_champion": "v1.1.0"}"#,
      to: "registry/champion.json")
    let record = try registry.rollback(by: "ana").record
    #expect(record.version == versions[1])
    #expect(record.generation == 4)
    let history = try registry.history().filter { $0.alias == .champion }
    #expect(history.map(\.version.description) == ["v1.0.0", "v1.1.0", "v1.2.0", "v1.1.0"])
    #expect(history.map(\.actor) == ["ana", "ana", "x", "ana"])
  }

  @Test func `goes behind a version that was set twice`() throws {
    try registry.promote(versions[0], by: "ana")
    try registry.promote(versions[1], by: "ana")
    try directory.write("{", to: "registry/champion.json")
    try registry.promote(versions[1], by: "ana")
    #expect(try rollBack() == "v1.0.0")
  }

  @Test func `goes behind a version that another tool set and we pinned`() throws {
    try directory.write(
      #"{"version": "v1.1.0", "promoted_by": "x", "previous_champion": "v1.0.0"}"#,
      to: "registry/champion.json")
    try registry.promote(versions[1], by: "ana")
    #expect(try rollBack() == "v1.0.0")
  }

  @Test func `says that an alias does not exist`() throws {
    #expect(throws: RegistryError.self) { try registry.rollback(.staging, by: "ana") }
  }
}
