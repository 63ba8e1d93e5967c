import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `A yanked version` {
  let sample: SampleRegistry
  var registry: ModelRegistry { sample.registry }
  let old: ModelVersion
  let bad: ModelVersion
  let new: ModelVersion

  init() throws {
    sample = try SampleRegistry("v1.0.0", "v1.1.0", "v1.2.0")
    (old, bad, new) = (
      try ModelVersion("v1.0.0"), try ModelVersion("v1.1.0"), try ModelVersion("v1.2.0")
    )
  }

  @Test func `keeps its files and its place, and is listed as yanked`() throws {
    let before = sample.directory.contents().filter { $0.key.contains("v1.1.0/") }
    let recording = try registry.yank(bad, by: "ana", reason: "leaked labels")
    #expect(recording.entry.event == .yank)
    #expect(recording.entry.manifestDigest == (try registry.manifest(of: bad).digest))
    #expect(sample.directory.contents().filter { $0.key.contains("v1.1.0/") } == before)
    #expect(try registry.versions().map(\.status) == [.registered, .yanked, .registered])
    #expect(try registry.verify().findings == [])
  }

  @Test func `cannot be promoted, rolled back to or given an alias until it is restored`() throws {
    try registry.yank(bad, by: "ana", reason: "leaked labels")
    let refusal = RegistryError.yanked(bad, by: "ana", reason: "leaked labels")
    #expect(refusal.exitCode == .refused)
    #expect(throws: refusal) { try registry.promote(bad, by: "ben") }
    #expect(throws: refusal) { try registry.setAlias(.staging, to: bad, by: "ben") }
    #expect(throws: refusal) { try registry.approve(bad, by: "ben") }
    try registry.promote(old, by: "ben")
    #expect(throws: refusal) { try registry.rollback(to: bad, by: "ben") }
    #expect(try registry.alias(.champion)?.version == old)
    try registry.restore(bad, by: "ben", reason: "labels were fine")
    try registry.promote(bad, by: "ben")
    #expect(try registry.alias(.champion)?.version == bad)
    #expect(try registry.versions().map(\.status) == [.registered, .champion, .archived])
  }

  @Test func `is skipped by rollbacks`() throws {
    for version in [old, bad, new] { try registry.promote(version, by: "ana") }
    try registry.yank(bad, by: "ana", reason: "alarm")
    #expect(try registry.rollback(by: "ana").record.version == old)
    #expect(throws: RegistryError.nothingToRollBackTo(.champion, current: old)) {
      try registry.rollback(by: "ana")
    }
  }

  @Test func `is skipped by ranges`() throws {
    try registry.yank(new, by: "ana", reason: "alarm")
    #expect(try registry.resolve(ModelReference("^1.0")).version == bad)
    #expect(try registry.resolve(ModelReference("latest")).version == bad)
    for version in [old, bad] { try registry.yank(version, by: "ana", reason: "alarm") }
    #expect(throws: RegistryError.self) { try registry.resolve(ModelReference("latest")) }
  }

  @Test func `is found by its number, with the line that withdrew it`() throws {
    #expect(try registry.resolve(.exact(bad)).yank == nil)
    try registry.yank(bad, by: "ana", reason: "alarm")
    let model = try registry.resolve(.exact(bad))
    #expect(model.yank?.reason == "alarm")
    #expect(try model.readModel() == Array("model bytes".utf8))
  }

  @Test func `is refused by its number when the policy says so`() throws {
    try registry.yank(bad, by: "ana", reason: "alarm")
    try sample.directory.write(
      #"{"yanked_versions": "refuse", "gates": []}"#, to: "registry/policy.json")
    #expect(throws: RegistryError.yanked(bad, by: "ana", reason: "alarm")) {
      try registry.resolve(.exact(bad))
    }
    try sample.directory.write(#"{"yanked_versions": "maybe"}"#, to: "registry/policy.json")
    #expect(throws: RegistryError.self) { try registry.resolve(.exact(bad)) }
    #expect(try registry.resolve(.exact(old)).version == old)
  }

  @Test func `goes on serving where an alias means it`() throws {
    try registry.promote(bad, by: "ana")
    try registry.yank(bad, by: "ana", reason: "alarm")
    #expect(try registry.resolve(.alias(.champion)).version == bad)
  }

  @Test func `is yanked once: doing it again changes nothing`() throws {
    try registry.yank(bad, by: "ana", reason: "alarm")
    let again = try registry.yank(bad, by: "ben", reason: "other")
    #expect(again.wasSoAlready)
    #expect(again.entry.actor == "ana")
    #expect(try registry.history().filter { $0.event == .yank }.count == 1)
    try registry.restore(bad, by: "ben")
    #expect(try registry.restore(bad, by: "ben").wasSoAlready)
    #expect(try registry.history().filter { $0.event == .restore }.count == 1)
  }

  @Test func `is still yanked where another line of the history is damaged`() throws {
    try registry.yank(bad, by: "ana", reason: "alarm")
    var lines = try sample.journal()
    lines[0] = lines[0].replacingOccurrences(of: "register", with: "registr!")
    try sample.writeJournal(lines)
    #expect(throws: RegistryError.yanked(bad, by: "ana", reason: "alarm")) {
      try registry.promote(bad, by: "ben")
    }
    #expect(try registry.resolve(ModelReference("^1.1")).version == new)
    // What needs a history to write to says that it has none.
    #expect(throws: RegistryError.self) { try registry.yank(new, by: "ana", reason: "alarm") }
  }

  @Test func `must be registered`() throws {
    let missing = try ModelVersion("v9.0.0")
    let error = #expect(throws: RegistryError.self) {
      try registry.yank(missing, by: "ana", reason: "")
    }
    #expect(error?.exitCode == .notFound)
  }

  @Test func `may be one that is damaged`() throws {
    chmod(sample.file("v1.1.0/manifest.json"), 0o644)
    try sample.directory.write("{", to: "registry/v1.1.0/manifest.json")
    try registry.yank(bad, by: "ana", reason: "damaged")
    #expect(throws: RegistryError.self) { try registry.resolve(ModelReference("~1.1")) }
    #expect(try registry.resolve(ModelReference("^1.0")).version == new)
  }

  @Test func `cannot be told where a link stands for the history: ranges are refused then`() throws
  {
    try registry.promote(old, by: "ana")
    let path = sample.file(".registry/journal.jsonl")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    #expect(throws: RegistryError.damagedFile(path: path, .notARegularFile)) {
      try registry.resolve(ModelReference("latest"))
    }
    #expect(try registry.resolve(.alias(.champion)).version == old)
    #expect(try registry.resolve(.exact(bad)).version == bad)
    #expect(try registry.versions().count == 3)
    let promotion = try registry.promote(new, by: "ana")
    #expect(promotion.historyFailure?.exitCode == .integrityFailure)
    #expect(try registry.alias(.champion)?.version == new)
  }

  @Test(arguments: [
    (#""event": "yank""#, #""event":"yank""#, true),
    (#""event": "yank""#, #""event" :  "yank""#, true),
    (#""event": "yank""#, #""\u0065vent": "yank""#, false),
    (#""event": "yank""#, #""event": "\u0079ank""#, false),
  ])
  func `is seen however another writer spells its line, or the line is damage`(
    ours: String, theirs: String, isSeen: Bool
  ) throws {
    try registry.yank(bad, by: "ana", reason: "alarm")
    var lines = try sample.journal()
    let zeros = String(repeating: "0", count: 64)
    let blank = lines[3].replacing(ours, with: theirs)
      .replacing(/"self_sha256": "[0-9a-f]*"/, with: "\"self_sha256\": \"\(zeros)\"")
    let seal = SHA256.digest(of: Array(blank.utf8)).description
    lines[3] = blank.replacing("\"self_sha256\": \"\(zeros)", with: "\"self_sha256\": \"\(seal)")
    try sample.writeJournal(lines)
    let isRead = (try? registry.checkHistory()) != nil
    #expect(isRead == isSeen)
    #expect((try registry.resolve(.exact(bad)).yank != nil) == isSeen)
  }
}
