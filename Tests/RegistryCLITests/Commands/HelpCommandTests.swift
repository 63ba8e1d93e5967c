import Registry
import Testing

@testable import RegistryCLI

@Suite struct `registry help` {
  private let recorded = RecordedConsole()

  private func run(_ words: String...) -> ExitCode {
    Program(table: .all, console: recorded.console(), environment: { _ in nil }).run(words)
  }

  @Test func `tells about itself`() {
    #expect(run("help", "help") == .done)
    #expect(
      recorded.output == """
        USAGE
          registry help [COMMAND] [OPTION ...]

        WHAT IT DOES
          show how to use a command, or list all commands

        ARGUMENTS
          COMMAND  the command to tell about (optional)

        OPTIONS
              --json  print the answer as JSON; errors stay text on standard error
          -h, --help  show this help

        EXIT CODES
          0  done
          1  could not run (input/output, internal)
          2  usage: the command's words or its input are wrong

        EXAMPLE
          registry help help
              tells all about this command

        """)
  }

  @Test func `explains a command that is not there`() {
    #expect(run("help", "completion") == .usage)
    #expect(
      recorded.errors == """
        error: unknown command 'completion'
          fix: did you mean 'completions'? See 'registry --help'

        """)
  }
}
