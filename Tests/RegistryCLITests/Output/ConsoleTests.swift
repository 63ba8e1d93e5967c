import Registry
import Testing

@testable import RegistryCLI

@Suite struct `The console` {
  private let recorded = RecordedConsole()

  @Test func `says warnings and notes on standard error, after what was printed before`() throws {
    let console = recorded.console()
    try console.writeLine("answer")
    console.warning("disk\u{7}\nfull")
    #expect(recorded.output == "answer\n")
    console.note("by the way")
    #expect(recorded.errors == "warning: disk\\u{7}\\nfull\nnote: by the way\n")
  }

  @Test func `colours the label of a message on a terminal`() {
    let console = recorded.console(width: 80, environment: ["TERM": "xterm"])
    #expect(console.report(RegistryError.noSuchFile(path: "a")) == .notFound)
    #expect(
      recorded.errors == "\u{1B}[1;31merror:\u{1B}[0m 'a' does not exist\n  fix: check the path\n")
  }

  @Test(arguments: [(nil, 80), (200, 80), (80, 80), (60, 60), (10, 40)] as [(Int?, Int)])
  func `wraps text to the terminal, in bounds`(terminal: Int?, width: Int) {
    #expect(recorded.console(width: terminal).textWidth == width)
  }
}
