import Registry
import Testing

@testable import RegistryCLI

@Suite struct `The help of a command` {
  @Test func `tells everything from the table`() {
    #expect(
      CommandHelp(command: .promote).text() == """
        USAGE
          registry promote VERSION --by NAME [OPTION ...]

        WHAT IT DOES
          make a version the champion, or move another alias

          Gates of the policy are checked first; a version that one of them refuses is
          not promoted. Readers see the old version or the new one, never anything
          between.

            models/registry/champion.json

          names the version afterwards.

        ARGUMENTS
          VERSION  the version to promote

        OPTIONS
          -a, --alias NAME    the alias to move (one of: champion, challenger, staging;
                              default: champion)
              --by NAME       who decides; recorded with the promotion, so that a reader
                              of the history knows whom to ask (required; environment:
                              REGISTRY_ACTOR)
          -m, --reason TEXT   why (default: nothing)
          -f, --force         promote even when a gate refuses
          -q, --quick         skip what takes long
          -r, --registry DIR  the registry directory (default: models/registry;
                              environment: REGISTRY_DIR)
              --model NAME    use the registry of a named model: models/NAME
              --strict        refuse a registry that other users can change (also:
                              REGISTRY_STRICT=1)
              --json          print the answer as JSON; errors stay text on standard
                              error
          -h, --help          show this help

        EXIT CODES
          0  done
          1  could not run (input/output, internal)
          2  usage: the command's words or its input are wrong
          3  not found
          6  refused by a rule or gate

        EXAMPLES
          registry promote v1.2.0 --by ana
              serves v1.2.0 from now on
          registry promote v1.2.0 -a staging --by ana
              lets staging try it

        """)
  }

  @Test func `fits a narrow terminal and has bold headings on it`() {
    let command = Command(
      "list", in: .look, summary: "list the versions of a model with their stages",
      options: [.value("--columns-of-the-table", "NAMES", help: "what to show of each version")],
      examples: [Example("registry list", "lists them")]
    ) { _, _ in .done }
    let style = TextStyle(isTerminal: true) { $0 == "TERM" ? "xterm" : nil }
    #expect(
      CommandHelp(command: command).text(width: 40, style: style) == """
        \u{1B}[1mUSAGE\u{1B}[0m
          registry list [OPTION ...]

        \u{1B}[1mWHAT IT DOES\u{1B}[0m
          list the versions of a model with
          their stages

        \u{1B}[1mOPTIONS\u{1B}[0m
              --columns-of-the-table NAMES
                                    what to show
                                    of each
                                    version
          -h, --help                show this
                                    help

        \u{1B}[1mEXIT CODES\u{1B}[0m
          0  done
          1  could not run (input/output,
             internal)
          2  usage: the command's words or its
             input are wrong

        \u{1B}[1mEXAMPLE\u{1B}[0m
          registry list
              lists them

        """)
  }
}
