import Registry
import TestSupport
import Testing

@Suite struct `An expectation of an alias` {
  let sample: SampleRegistry
  var registry: ModelRegistry { sample.registry }
  let old: ModelVersion
  let new: ModelVersion

  init() throws {
    sample = try SampleRegistry("v1.0.0", "v1.1.0")
    (old, new) = (try ModelVersion("v1.0.0"), try ModelVersion("v1.1.0"))
  }

  @Test func `lets a setting through when it is met`() throws {
    try registry.promote(old, expecting: .unset, by: "ana")
    try registry.promote(new, expecting: .version(old), by: "ana")
    try registry.rollback(expecting: .version(new), by: "ana")
    try registry.setAlias(.staging, to: new, expecting: .unset, by: "ana")
    #expect(try registry.alias(.champion)?.generation == 3)
  }

  @Test func `stops a setting when somebody was first`() throws {
    try registry.promote(new, by: "ben")
    let before = sample.directory.contents()
    func refused(_ expected: AliasExpectation) -> RegistryError {
      .unexpectedAlias(.champion, expected: expected, found: new)
    }
    #expect(refused(.unset).exitCode == .alreadyExists)
    #expect(throws: refused(.version(old))) {
      try registry.promote(old, expecting: .version(old), by: "ana")
    }
    #expect(throws: refused(.unset)) { try registry.promote(old, expecting: .unset, by: "ana") }
    #expect(throws: refused(.version(old))) {
      try registry.rollback(to: old, expecting: .version(old), by: "ana")
    }
    #expect(
      sample.directory.contents().filter { !$0.key.hasSuffix("/lock") }
        == before.filter { !$0.key.hasSuffix("/lock") })
  }

  @Test func `is met by no file that cannot be read`() throws {
    try registry.promote(old, by: "ana")
    try sample.directory.write("{", to: "registry/champion.json")
    let error = #expect(throws: RegistryError.self) {
      try registry.promote(new, expecting: .version(old), by: "ana")
    }
    #expect(error?.exitCode == .integrityFailure)
    #expect(try sample.directory.read("registry/champion.json") == "{")
  }

  @Test func `lets exactly one of many swaps through`() throws {
    try registry.promote(old, by: "ana")
    let path = registry.path
    let (old, new) = (old, new)
    let results = onThreads(8) { number in
      try ModelRegistry(at: path).promote(
        new, expecting: .version(old), by: "thread \(number)")
    }
    let winners = results.compactMap { try? $0.get() }
    #expect(winners.count == 1)
    #expect(try registry.alias(.champion)?.promotedBy == winners.first?.record.promotedBy)
  }

  @Test(arguments: ["unset", "v1.0.0"])
  func `is read as it is written`(text: String) throws {
    #expect(try AliasExpectation(text).description == text)
  }
}

@Suite struct `Setting an alias by hand` {
  @Test func `writes an alias file and a line, and can be rolled back`() throws {
    let sample = try SampleRegistry("v1.0.0", "v1.1.0")
    let (old, new) = (try ModelVersion("v1.0.0"), try ModelVersion("v1.1.0"))
    try sample.registry.setAlias(.staging, to: old, by: "ana", reason: "try it")
    let set = try sample.registry.setAlias(.staging, to: new, by: "ana")
    #expect(set.record.event == .alias)
    #expect(try sample.registry.history().map(\.event) == [.register, .register, .alias, .alias])
    #expect(try sample.registry.rollback(.staging, by: "ana").record.version == old)
    #expect(try sample.registry.verify().findings == [])
  }

  @Test func `is refused for champion, which is earned`() throws {
    let sample = try SampleRegistry("v1.0.0")
    let version = try ModelVersion("v1.0.0")
    #expect(throws: RegistryError.championIsPromoted(version)) {
      try sample.registry.setAlias(.champion, to: version, by: "ana")
    }
    #expect(try sample.registry.alias(.champion) == nil)
  }
}
