import Testing

@testable import RegistryCLI

@Suite struct `An output stream` {
  @Test func `gathers small writes into one`() throws {
    let recorded = RecordedConsole()
    let console = recorded.console()
    for _ in 0..<100 { try console.writeLine("line") }
    #expect(recorded.writes == 0)
    try console.flush()
    #expect(recorded.writes == 1)
    #expect(recorded.output == String(repeating: "line\n", count: 100))
    try console.flush()
    #expect(recorded.writes == 1)
  }

  @Test func `hands on what is too much to keep`() throws {
    let recorded = RecordedConsole()
    try recorded.console().write(String(repeating: "x", count: 65_536))
    #expect(recorded.writes == 1)
  }

  @Test func `stays failed after its first failure`() throws {
    let recorded = RecordedConsole()
    let console = recorded.console()
    try console.writeLine("lost")
    recorded.outputFailure = .notWritten(errno: 28)
    console.note("this tries to write")
    recorded.outputFailure = nil
    #expect(throws: OutputError.notWritten(errno: 28)) { try console.writeLine("more") }
    #expect(throws: OutputError.notWritten(errno: 28)) { try console.flush() }
    #expect(recorded.output == "")
  }
}
