import Foundation
import Registry
import TestSupport
import Testing

/// Cuts the power at every moment of a command, and looks at what may be left.
struct PowerCutSweep {
  let command: WritingCommand
  let effort: DiskMoment.Effort
  /// Every state that was looked at, each as often as it came up.
  private(set) var crashStates = 0
  private(set) var kills = 0
  private var thirdStates = 0
  private var isRepeated = true
  private var generator = SplitMix(state: 7)
  private var seen: [[String: DiskTree.Inode]: StoreState?] = [:]
  private let prepared: DiskTree
  private let old: StoreState
  private let new: StoreState

  /// A tenth of the work unless `REGISTRY_FULL_SWEEP` is set.
  static let effort: DiskMoment.Effort =
    ProcessInfo.processInfo.environment["REGISTRY_FULL_SWEEP"] == nil ? .quick : .full

  /// Says what was done, in the full sweep.
  func report() {
    guard effort == .full else { return }
    print("\(command.name): \(kills) kills, \(crashStates) crash states, \(seen.count) distinct")
  }

  init(_ command: WritingCommand, effort: DiskMoment.Effort = Self.effort) throws {
    self.command = command
    self.effort = effort
    let disk = SimulatedDisk(SimulatedStore.empty)
    try command.prepare(SimulatedStore(on: disk))
    prepared = disk.tree
    old = try StoreState(SimulatedStore(on: disk).registry)
    try command.run(SimulatedStore(on: disk))
    new = try StoreState(SimulatedStore(on: disk).registry)
    try #require(old != new)
  }

  /// The power goes while the command runs, or when it is done.
  mutating func cutOnce() throws {
    let disk = SimulatedDisk(prepared)
    disk.settle()
    try command.run(SimulatedStore(on: disk))
    for moment in disk.moments { try check(moment, [old, new]) }
    try checkIsNew(after: disk)
  }

  /// The process is killed at each of its calls; then it is done again, and the power goes. What a
  /// run said with success must last even when calls failed.
  mutating func killAndCut() throws {
    try forEachKill { (sweep, disk, isDone) in
      if isDone { try sweep.checkIsNew(after: disk) }
      disk.endProcess()
      disk.keepMoments()
      try sweep.again(on: disk)
      if sweep.effort == .full {
        for moment in disk.moments { try sweep.check(moment, [sweep.old, sweep.new]) }
      }
      try sweep.checkIsNew(after: disk)
    }
  }

  /// The process is killed at each of its calls; then another command runs, and the power goes. An
  /// alias must not outlive the version that it means, nor a line of the history its event.
  mutating func kill(then next: WritingCommand) throws {
    isRepeated = false
    try forEachKill { (sweep, disk, _) in
      disk.endProcess()
      disk.keepMoments()
      var isDone = true
      do { try next.run(SimulatedStore(on: disk)) } catch { isDone = false }
      // Of two commands that were not done either may be there, or both.
      let stride = sweep.effort == .full ? 1 : 12
      let start = Int.random(in: 0..<stride, using: &sweep.generator)
      for moment in disk.moments.dropFirst(start).enumerated() where moment.offset % stride == 0 {
        try sweep.check(moment.element, nil)
      }
      let after = try StoreState(SimulatedStore(on: disk).registry)
      if isDone, let last = disk.moments.last { try sweep.check(last, [after]) }
    }
  }

  /// Kills the command at each of its calls. Where nothing changed since the call before, the disk
  /// is the same: that is passed over.
  private mutating func forEachKill(
    _ body: (inout PowerCutSweep, SimulatedDisk, _ isDone: Bool) throws -> Void
  ) throws {
    var changes = 0
    for number in 1... {
      let disk = SimulatedDisk(prepared)
      disk.settle()
      let killed = FailingFileSystem(disk, failing: number, errno: EIO, failsForEver: true)
      var isDone = true
      do { try command.run(SimulatedStore(on: killed)) } catch { isDone = false }
      guard killed.callNames.count >= number else { return }
      guard disk.moments.count > changes else { continue }
      changes = disk.moments.count
      kills += 1
      try body(&self, disk, isDone)
    }
  }

  /// Doing it again reaches the new state, or finds it there.
  private func again(on disk: SimulatedDisk) throws {
    do { try command.run(SimulatedStore(on: disk)) } catch RegistryError.alreadyRegistered {}
  }

  private mutating func checkIsNew(after disk: SimulatedDisk) throws {
    if let last = disk.moments.last { try check(last, [new]) }
  }

  /// Any state will do that is whole, when none are named.
  private mutating func check(_ moment: DiskMoment, _ allowed: [StoreState]?) throws {
    for tree in moment.crashStates(effort, using: &generator) {
      crashStates += 1
      guard let found = state(of: tree), let allowed, !allowed.contains(found), thirdStates < 5
      else { continue }
      thirdStates += 1
      Issue.record("neither old nor new: \(found.summary), not \(allowed.map(\.summary))")
    }
  }

  /// What a reader sees of a disk after a restart; `nil` when anything is wrong with it, which has
  /// been reported.
  private mutating func state(of tree: DiskTree) -> StoreState? {
    // What lies in staging has random names, and the lock holds nothing.
    let key = tree.contents(hiding: ["staging", "lock"])
    if let state = seen[key] { return state }
    var found: StoreState?
    do {
      let disk = SimulatedDisk(tree)
      found = try StoreState(SimulatedStore(on: disk).registry)
      if isRepeated {
        try again(on: disk)
        #expect(try StoreState(SimulatedStore(on: disk).registry) == new, "done again")
      }
    } catch { Issue.record(error, "\(command.name)") }
    seen[key] = .some(found)
    return found
  }
}
