import Testing

@testable import RegistryCLI

@Suite struct `Completion in bash` {
  @Test func `knows the whole table`() {
    let expected = #"""
      # bash completion for registry, written by 'registry completions bash'

      # The options of a command.
      _registry_options() {
          case "$1" in
              "") options="--help -h --version --registry -r --model --strict --json" ;;
              promote) options="--alias -a --by --reason -m --force -f --quick -q --registry -r --model --strict --json --help -h" ;;
              score) options="--threshold -t --limit --columns --include -i --quick -q --registry -r --model --strict --help -h" ;;
              help) options="--json --help -h" ;;
              completions) options="--help -h" ;;
          esac
      }

      # What the value of an option or the argument at a place is: 'COMMAND OPTION' or 'COMMAND PLACE'.
      # Nothing for flags and for places beyond the last argument.
      _registry_kind() {
          case "$1" in
              " --registry" | " -r") kind="directory" ;;
              " --model") kind="text" ;;
              " 1") kind="words promote score help completions" ;;
              "promote --alias" | "promote -a") kind="words champion challenger staging" ;;
              "promote --by") kind="text" ;;
              "promote --reason" | "promote -m") kind="text" ;;
              "promote --registry" | "promote -r") kind="directory" ;;
              "promote --model") kind="text" ;;
              "promote 1") kind="version" ;;
              "score --threshold" | "score -t") kind="text" ;;
              "score --limit") kind="text" ;;
              "score --columns") kind="text" ;;
              "score --include" | "score -i") kind="file" ;;
              "score --registry" | "score -r") kind="directory" ;;
              "score --model") kind="text" ;;
              "score 1") kind="words csv json" ;;
              "score "[0-9]*) kind="file" ;;
              "help 1") kind="words promote score help completions" ;;
              "completions 1") kind="words bash zsh fish" ;;
              *) kind="" ;;
          esac
      }


      """# + BashCompletion.engine
    #expect(BashCompletion(table: .sample).script == expected)
  }

  struct Example: Sendable {
    /// The words as bash cuts them, the one at the cursor last.
    let words: String
    let candidates: String
  }

  @Test(arguments: [
    Example(words: "''", candidates: "promote score help completions"),
    Example(words: "p", candidates: "promote"),
    Example(words: "--m", candidates: "--model"),
    Example(words: "--registry = models s", candidates: "score"),
    Example(words: "promote ''", candidates: "v1.0.0 v1.2.0"),
    Example(words: "promote v1.2", candidates: "v1.2.0"),
    Example(words: "promote v1.0.0 ''", candidates: ""),
    Example(words: "promote --a", candidates: "--alias"),
    Example(words: "promote --alias ch", candidates: "champion challenger"),
    Example(words: "promote --alias =", candidates: "champion challenger staging"),
    Example(words: "promote --alias = st", candidates: "staging"),
    Example(words: "promote --alias staging -f v1.0", candidates: "v1.0.0"),
    Example(words: "promote --reason ''", candidates: ""),
    Example(words: "promote -r /a ''", candidates: "-r/a"),
    Example(words: "score ''", candidates: "csv json"),
    Example(words: "score csv a b row", candidates: "rows one.csv"),
    Example(words: "score csv -- --", candidates: ""),
    Example(words: "score -i row", candidates: "rows one.csv"),
    Example(words: "bogus ''", candidates: ""),
  ])
  func `offers what fits`(example: Example) {
    // A stand-in for registry answers with the options that say which registry, or with versions.
    let script = """
      cd "$(mktemp -d)" && : > "rows one.csv" && rm() { command rm -r "$PWD"; } && trap rm EXIT
      registry() {
        shift 2
        if [[ $# -gt 0 ]]; then IFS=; echo "$*"; else printf '%s\\n' v1.0.0 v1.2.0; fi
      }
      \(BashCompletion(table: .sample).script)
      COMP_WORDS=(registry \(example.words)) && COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _registry
      echo "${COMPREPLY[*]}"
      """
    #expect(ShellCommand(bash: script).output == example.candidates + "\n")
  }
}
