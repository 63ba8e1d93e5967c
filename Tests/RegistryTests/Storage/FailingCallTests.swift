import Foundation
import Registry
import TestSupport
import Testing

/// Every file call of a command fails in turn, as it does on a full or broken disk.
@Suite struct `When one file call fails` {
  struct Fault: Sendable, CustomTestStringConvertible {
    let errno: Int32
    let isForEver: Bool
    var testDescription: String { "\(errorText(errno)), \(isForEver ? "for ever" : "once")" }

    /// The store does not tell these numbers apart; the full sweep tries all the same.
    static let all: [Fault] =
      PowerCutSweep.effort == .full
      ? [EIO, ENOSPC, EDQUOT].flatMap { errno in
        [false, true].map { Fault(errno: errno, isForEver: $0) }
      }
      : [Fault(errno: EIO, isForEver: false), Fault(errno: ENOSPC, isForEver: true)]
  }

  @Test(arguments: WritingCommand.all, Fault.all)
  func `a command leaves the old state or the new one, the new one when it says so`(
    command: WritingCommand, fault: Fault
  ) throws {
    let sweep = try FailingCallSweep(command)
    var injected = 0
    while true {
      let disk = SimulatedDisk(sweep.prepared)
      let failing = FailingFileSystem(
        disk, failing: injected + 1, errno: fault.errno, failsForEver: fault.isForEver)
      var refusal: RegistryError?
      do { try command.run(SimulatedStore(on: failing)) } catch let error as RegistryError {
        refusal = error
      }
      guard failing.callNames.count > injected else { break }
      injected += 1
      disk.endProcess()
      let state = try sweep.stateAndRedo(disk)
      #expect(state == sweep.new || (refusal != nil && state == sweep.old), "call \(injected)")
      #expect(failing.repeatedSyncs == 0, "call \(injected): a failed fsync was tried again")
      if let refusal {
        #expect(refusal.exitCode == .couldNotRun)
        #expect(refusal.message.hasPrefix("'/"))
        #expect(refusal.message.hasSuffix(" failed: \(errorText(fault.errno))"))
      }
    }
    #expect(injected > 30)
  }

  @Test(arguments: ReadingCommand.all, [false, true])
  func `a reader answers right or not at all`(command: ReadingCommand, isForEver: Bool) throws {
    let disk = try command.disk()
    let right = try command.answer(SimulatedStore(on: disk).registry)
    var injected = 0
    while true {
      let failing = FailingFileSystem(
        disk, failing: injected + 1, errno: EIO, failsForEver: isForEver)
      let registry = SimulatedStore(on: failing).registry
      let answer = Result { try command.answer(registry) }
      guard failing.callNames.count > injected else { break }
      injected += 1
      if case .success(let answer) = answer {
        #expect(answer == right, "call \(injected), \(failing.callNames[injected - 1])")
      }
    }
    #expect(injected > 5)
  }

  @Test(arguments: WritingCommand.all, [1, 2, 3] as [UInt64])
  func `short reads and writes and signals change nothing`(
    command: WritingCommand, seed: UInt64
  ) throws {
    func run(_ fileSystem: (SimulatedDisk) -> any FileSystem) throws -> [String: DiskTree.Inode] {
      let disk = SimulatedDisk(SimulatedStore.empty)
      try command.prepare(SimulatedStore(on: disk))
      try command.run(SimulatedStore(on: fileSystem(disk)))
      // The bytes, modes and names of everything.
      return disk.tree.contents(hiding: [])
    }
    let clean = try run { $0 }
    var interrupted: InterruptedFileSystem?
    let found = try run { disk in
      let fileSystem = InterruptedFileSystem(disk, seed: seed)
      interrupted = fileSystem
      return fileSystem
    }
    #expect(found == clean)
    #expect(try #require(interrupted).interruptions > 30)
  }
}

/// The states of one command, looked at once each.
private final class FailingCallSweep {
  let prepared: DiskTree
  let old: StoreState
  let new: StoreState
  private let command: WritingCommand
  private var seen: [[String: DiskTree.Inode]: StoreState] = [:]

  init(_ command: WritingCommand) throws {
    self.command = command
    let disk = SimulatedDisk(SimulatedStore.empty)
    try command.prepare(SimulatedStore(on: disk))
    prepared = disk.tree
    old = try StoreState(SimulatedStore(on: disk).registry)
    try command.run(SimulatedStore(on: disk))
    new = try StoreState(SimulatedStore(on: disk).registry)
  }

  /// The state that a reader sees. With room again, the same command then succeeds, or finds that it
  /// is done.
  func stateAndRedo(_ disk: SimulatedDisk) throws -> StoreState {
    let key = disk.tree.contents(hiding: ["staging"])
    if let state = seen[key] { return state }
    let state = try StoreState(SimulatedStore(on: disk).registry)
    do { try command.run(SimulatedStore(on: disk)) } catch RegistryError.alreadyRegistered {}
    #expect(try StoreState(SimulatedStore(on: disk).registry) == new)
    seen[key] = state
    return state
  }
}
