import Registry
import Testing

@testable import RegistryCLI

@Suite struct `registry completions` {
  private let recorded = RecordedConsole()

  private func run(_ words: String...) -> ExitCode {
    Program(table: .all, console: recorded.console(), environment: { _ in nil }).run(words)
  }

  @Test(arguments: Shell.allCases)
  func `prints the script of a shell`(shell: Shell) {
    #expect(run("completions", shell.rawValue) == .done)
    #expect(recorded.output == shell.completionScript(for: .all))
  }

  @Test func `knows no other shell`() {
    #expect(run("completions", "fihs") == .usage)
    #expect(
      recorded.errors == """
        error: 'SHELL' does not take 'fihs'
          fix: did you mean 'fish'? It takes bash, zsh, fish; see 'registry completions --help'

        """)
  }

  @Test func `tells where the script belongs`() {
    #expect(run("completions", "--help") == .done)
    #expect(
      recorded.output == """
        USAGE
          registry completions SHELL [OPTION ...]

        WHAT IT DOES
          print a script that teaches a shell to complete commands

          The script completes commands, options, their values, files and registered
          versions. It goes to standard output: put it where the shell looks for it.

            bash  ~/.local/share/bash-completion/completions/registry
            zsh   _registry in a directory of $fpath
            fish  ~/.config/fish/completions/registry.fish

        ARGUMENTS
          SHELL  the shell to write for (one of: bash, zsh, fish)

        OPTIONS
          -h, --help  show this help

        EXIT CODES
          0  done
          1  could not run (input/output, internal)
          2  usage: the command's words or its input are wrong

        EXAMPLES
          registry completions fish > ~/.config/fish/completions/registry.fish
              completes from the next fish on
          source <(registry completions bash)
              completes in this bash at once

        """)
  }
}
