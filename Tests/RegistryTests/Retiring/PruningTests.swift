import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Pruning` {
  let sample: SampleRegistry
  var registry: ModelRegistry { sample.registry }
  let versions: [ModelVersion]

  init() throws {
    sample = try SampleRegistry("v1.0.0", "v1.1.0", "v1.2.0", "v1.3.0", "v1.4.0")
    versions = try sample.registry.versions().map(\.version).reversed()
  }

  private var present: [ModelVersion] {
    get throws { try registry.versions().map(\.version).reversed() }
  }

  @Test func `removes all but the highest, and leaves no file of them`() throws {
    let pruning = try registry.prune(keeping: 2, by: "ana", reason: "room")
    #expect(pruning.removed == Array(versions[..<3]))
    #expect(pruning.spared == [])
    #expect(pruning.removalFailure == nil)
    #expect(try present == Array(versions[3...]))
    #expect(sample.directory.contents().keys.filter { $0.contains("v1.0.0") } == [])
    #expect(try registry.verify().findings == [])
    // The model, metadata, signature and metrics of three versions.
    let bytes = try registry.manifest(of: versions[4]).files.reduce(0) { $0 + ($1.byteCount ?? 0) }
    #expect(pruning.byteCount == 3 * bytes)
  }

  @Test func `spares what an alias means, what a rollback leads to and what is approved`() throws {
    try registry.promote(versions[0], by: "ana")
    try registry.promote(versions[1], by: "ana")
    try registry.approve(versions[2], by: "ben")
    let pruning = try registry.prune(keeping: 1, by: "ana")
    #expect(pruning.removed == [versions[3]])
    #expect(
      pruning.spared == [
        .init(version: versions[0], reason: .rollbackTarget(.champion)),
        .init(version: versions[1], reason: .alias(.champion)),
        .init(version: versions[2], reason: .approved),
      ])
    #expect(try registry.rollback(by: "ana").record.version == versions[0])
  }

  @Test func `spares what was registered less long ago than is said`() throws {
    sample.wait(days: 90)
    try sample.register("v1.5.0")
    sample.wait(days: 1)
    try sample.register("v1.6.0")
    let pruning = try registry.prune(keeping: 1, olderThan: 90 * 86_400, by: "ana")
    #expect(pruning.removed == versions)
    #expect(pruning.spared == [.init(version: try ModelVersion("v1.5.0"), reason: .recent)])
  }

  @Test func `only tells in a dry run`() throws {
    let before = sample.directory.contents()
    let told = try registry.prune(keeping: 2, by: "ana", isDryRun: true)
    #expect(sample.directory.contents() == before)
    #expect(try registry.prune(keeping: 2, by: "ana") == told)
  }

  @Test func `keeps the numbers taken`() throws {
    try registry.prune(keeping: 1, by: "ana", reason: "room")
    let refusal = RegistryError.numberTaken(
      versions[0], prunedBy: "ana", suggestion: try ModelVersion("v1.4.1"))
    #expect(refusal.exitCode == .alreadyExists)
    #expect(throws: refusal) { try sample.register("v1.0.0") }
    let gone = RegistryError.pruned(versions[0], by: "ana", reason: "room")
    #expect(gone.exitCode == .notFound)
    #expect(throws: gone) { try registry.resolve(.exact(versions[0])) }
    #expect(throws: gone) { try registry.yank(versions[0], by: "ana", reason: "") }
    #expect(throws: gone) { try registry.promote(versions[0], by: "ana") }
    #expect(throws: gone) { try registry.verify(versions[0]) }
  }

  @Test func `counts a version as gone from its line on, and the next writer removes its files`()
    throws
  {
    // As a crash leaves it: the line is there, the files are too.
    let kept = sample.directory.file("kept")
    try FileManager.default.copyItem(atPath: sample.file("v1.0.0"), toPath: kept)
    try registry.prune(keeping: 4, by: "ana")
    try FileManager.default.copyItem(atPath: kept, toPath: sample.file("v1.0.0"))
    #expect(try present == Array(versions[1...]))
    #expect(throws: RegistryError.pruned(versions[0], by: "ana", reason: "")) {
      try registry.promote(versions[0], by: "ana")
    }
    #expect(!FileManager.default.fileExists(atPath: sample.file("v1.0.0")))
    #expect(try registry.verify().findings == [])
  }

  @Test func `goes nowhere while an alias file cannot be read`() throws {
    try registry.promote(versions[0], by: "ana")
    try sample.directory.write("{", to: "registry/champion.json")
    #expect(throws: RegistryError.self) { try registry.prune(keeping: 1, by: "ana") }
    #expect(try present == versions)
  }

  @Test func `has nothing to do twice`() throws {
    try registry.prune(keeping: 2, by: "ana")
    #expect(try registry.prune(keeping: 2, by: "ana").removed == [])
    #expect(try registry.history().filter { $0.event == .prune }.count == 3)
  }

  @Test func `counts the sizes that another tool states, however large`() throws {
    for version in ["v0.1.0", "v0.2.0"] {
      try sample.directory.write(
        """
        {"version": "\(version)", "hashes": {"model.pkl": "\(String(repeating: "0", count: 64))"},
         "sizes": {"model.pkl": 9223372036854775807}}
        """, to: "registry/\(version)/manifest.json")
    }
    let plan = try registry.prune(keeping: 5, by: "ana", isDryRun: true)
    #expect(plan.removed.count == 2)
    #expect(plan.byteCount == .max)
  }

  @Test func `is no damage to who verifies meanwhile`() throws {
    for number in 5..<30 { try sample.register("v1.\(number).0") }
    let registry = registry
    let pruner = Thread {
      for count in (1..<30).reversed() { _ = try? registry.prune(keeping: count, by: "ana") }
    }
    pruner.start()
    while !pruner.isFinished { #expect(try registry.verify().findings == []) }
    #expect(try registry.versions().count == 1)
  }
}
