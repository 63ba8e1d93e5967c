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
    print("\(command.name): \(sweep.crashStates) crash states, \(sweep.distinctStates) distinct")
    #expect(sweep.crashStates > 100)
  }

  @Test(arguments: WritingCommand.all)
  func `a command that was killed before and done again is there for good`(
    command: WritingCommand
  ) throws {
    var sweep = try PowerCutSweep(command)
    try sweep.killAndCut()
    print(
      "\(command.name), killed: \(sweep.crashStates) crash states, \(sweep.distinctStates) distinct"
    )
    #expect(sweep.crashStates > 100)
  }

  @Test(arguments: WritingCommand.pairs)
  func `a command after one that was killed builds on nothing that may be lost`(
    killed: WritingCommand, next: WritingCommand
  ) throws {
    var sweep = try PowerCutSweep(killed)
    try sweep.kill(then: next)
    print("\(killed.name), killed, then \(next.name): \(sweep.crashStates) crash states")
    #expect(sweep.crashStates > 100)
  }
}
