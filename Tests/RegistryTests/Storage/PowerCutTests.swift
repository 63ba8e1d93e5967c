import Foundation
import Registry
import TestSupport
import Testing

/// Nothing is assumed of what was not synced: any part of it may be there, in any order, torn.
@Suite struct `When the power goes` {
  @Test(arguments: WritingCommand.all)
  func `a command leaves the old state or the new one, the new one once it is done`(
    command: WritingCommand
  ) throws {
    var sweep = try PowerCutSweep(command)
    try sweep.cutOnce()
    sweep.report()
    #expect(sweep.crashStates > 50)
  }

  @Test(arguments: WritingCommand.all)
  func `a command that was killed before and done again is there for good`(
    command: WritingCommand
  ) throws {
    var sweep = try PowerCutSweep(command)
    try sweep.killAndCut()
    sweep.report()
    #expect(sweep.crashStates > 50)
  }

  @Test(arguments: WritingCommand.pairs)
  func `a command after one that was killed builds on nothing that may be lost`(
    killed: WritingCommand, next: WritingCommand
  ) throws {
    var sweep = try PowerCutSweep(killed)
    try sweep.kill(then: next)
    sweep.report()
    #expect(sweep.crashStates > 50)
  }

  @Test func `an alias never outlives its version, though the history is damaged`() throws {
    let journal = "/models/registry/.registry/journal.jsonl"
    let first = SimulatedDisk(SimulatedStore.empty)
    try SimulatedStore(on: first).register("v1.0.0")
    var prepared = first.tree
    prepared.edit(journal) { $0[0] ^= 1 }
    var generator = SplitMix(state: 3)
    var seen: Set<[String: DiskTree.Inode]> = []
    var changes = 0
    for number in 1... {
      let disk = SimulatedDisk(prepared)
      disk.settle()
      let killed = FailingFileSystem(disk, failing: number, errno: EIO, failsForEver: true)
      try? SimulatedStore(on: killed).register("v1.1.0")
      guard killed.callNames.count >= number else { return }
      guard disk.moments.count > changes else { continue }
      changes = disk.moments.count
      disk.endProcess()
      disk.keepMoments()
      guard (try? SimulatedStore(on: disk).promote("v1.1.0")) != nil else { continue }
      for moment in disk.moments {
        for tree in moment.crashStates(.quick, using: &generator)
        where seen.insert(tree.contents(hiding: ["staging", "lock"])).inserted {
          let registry = SimulatedStore(on: SimulatedDisk(tree)).registry
          for alias in try registry.aliases() { _ = try registry.resolve(.alias(alias.alias)) }
        }
      }
    }
  }

  @Test func `clean-up spares a version whose name in staging came back`() throws {
    let first = SimulatedDisk(SimulatedStore.empty)
    try SimulatedStore(on: first).register("v1.0.0")
    var tree = first.tree
    let staged = "/models/registry/.registry/staging/register-v1.0.0-1-a"
    tree.link("/models/registry/v1.0.0", at: staged)
    let disk = SimulatedDisk(tree)
    let store = SimulatedStore(on: disk)
    let staging = try store.registry.examine(repairing: true).checks.filter {
      $0.subject == .staging
    }
    #expect(staging.map(\.outcome) == [.ok])
    #expect(try store.registry.verify().findings == [])
    #expect(try store.registry.resolve(.exact(ModelVersion("v1.0.0"))).readModel().count == 11)
  }
}
