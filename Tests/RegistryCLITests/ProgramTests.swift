import Registry
import Testing

@testable import RegistryCLI

@Suite struct `The program` {
  private let recorded = RecordedConsole()

  private func run(
    _ words: String..., table: CommandTable = .sample, environment: [String: String] = [:]
  ) -> ExitCode {
    Program(table: table, console: recorded.console(), environment: { environment[$0] }).run(words)
  }

  @Test func `prints the answer and ends with the command's exit code`() {
    #expect(run("promote", "v1.2.0", "--by", "ana") == .done)
    #expect(recorded.output == "v1.2.0 is champion\n")
    #expect(recorded.errors == "")
  }

  @Test func `takes shared options before the command`() {
    #expect(run("--registry", "models/a", "promote", "v1.2.0", "--by", "ana") == .done)
    #expect(recorded.output == "v1.2.0 is champion\n")
  }

  @Test func `prints its version`() {
    #expect(run("--version") == .done)
    #expect(recorded.output == "registry 0.1.0\n")
  }

  @Test func `alone prints the short overview`() {
    #expect(run() == .done)
    #expect(recorded.output == Overview(table: .sample, isFull: false).text())
  }

  @Test(arguments: ["--help", "-h", "help"])
  func `prints the full overview when asked for help`(word: String) {
    #expect(run(word) == .done)
    #expect(recorded.output == Overview(table: .sample, isFull: true).text())
  }

  @Test(arguments: [
    ["promote", "--help"], ["promote", "--bogus", "-h"], ["help", "promote"],
    ["promote", "v1", "--by=ana", "-fh"],
  ])
  func `prints a command's help however it is asked for`(words: [String]) {
    let program = Program(
      table: .sample, console: recorded.console(), environment: { _ in nil })
    #expect(program.run(words) == .done)
    #expect(recorded.output == CommandHelp(command: .promote).text())
  }

  @Test func `takes a word after the end of options for what it is, not for help`() {
    #expect(run("promote", "--by", "ana", "--", "--help") == .done)
    #expect(recorded.output == "--help is champion\n")
  }

  @Test func `explains a wrong word on standard error and exits 2`() {
    #expect(run("promote", "v1.2.0", "--raeson", "x") == .usage)
    #expect(recorded.output == "")
    #expect(
      recorded.errors == """
        error: unknown option '--raeson' for 'registry promote'
          fix: did you mean '--reason'? See 'registry promote --help'

        """)
  }

  @Test func `explains a wrong command`() {
    #expect(run("promtoe") == .usage)
    #expect(
      recorded.errors == """
        error: unknown command 'promtoe'
          fix: did you mean 'promote'? See 'registry --help'

        """)
  }

  @Test func `explains an option that cannot stand before a command`() {
    #expect(run("--verison") == .usage)
    #expect(
      recorded.errors == """
        error: unknown option '--verison'
          fix: did you mean '--version'? See 'registry --help'

        """)
  }

  @Test func `misses a command after options`() {
    #expect(run("--registry", "models/a") == .usage)
    #expect(
      recorded.errors == """
        error: a command is missing
          fix: see 'registry --help'

        """)
  }

  @Test
  func `reports what a command throws after what it printed, with nothing that steers a terminal`()
  {
    #expect(run("score", "csv") == .notFound)
    #expect(recorded.output == "half an answer\n")
    #expect(
      recorded.errors == """
        error: 'rows\\u{1B}[2J.csv' does not exist
          fix: check the path

        """)
  }

  @Test func `reports an error of an unknown type as internal`() {
    struct Surprise: Error {}
    let command = Command("list", in: .look, summary: "", examples: []) { _, _ in throw Surprise() }
    #expect(run("list", table: CommandTable([command])) == .couldNotRun)
    #expect(recorded.errors == "error: internal error: Surprise()\n")
  }

  @Test func `fails when its answer could not be written, whatever the command said`() {
    recorded.outputFailure = .notWritten(errno: 28)
    #expect(run("promote", "v1.2.0", "--by", "ana") == .couldNotRun)
    #expect(
      recorded.errors == """
        error: 'standard output': write failed: No space left on device
          fix: what was printed is not complete: check where the output goes, and run it again

        """)
  }

  @Test func `says nothing when nobody reads its answer any more`() {
    recorded.outputFailure = .readerGone
    #expect(run("promote", "v1.2.0", "--by", "ana") == .couldNotRun)
    #expect(recorded.errors == "")
  }
}
