import Testing

@testable import RegistryCLI

@Suite struct `The overview` {
  @Test func `lists the commands under their headings`() {
    #expect(
      Overview(table: .sample, isFull: false).text() == """
        registry keeps, compares, promotes and serves model versions as plain files.

        USAGE
          registry COMMAND [ARGUMENT ...] [OPTION ...]

        PROMOTE AND RESOLVE
          promote      make a version the champion, or move another alias

        SCORE
          score        score rows

        HELP
          help         show how to use a command, or list all commands
          completions  print a script that teaches a shell to complete commands

        'registry help COMMAND' tells all about one command.

        """)
  }

  @Test func `in full adds options, environment and exit codes`() {
    #expect(
      Overview(table: .sample, isFull: true).text() == """
        registry keeps, compares, promotes and serves model versions as plain files.

        USAGE
          registry COMMAND [ARGUMENT ...] [OPTION ...]

        PROMOTE AND RESOLVE
          promote      make a version the champion, or move another alias

        SCORE
          score        score rows

        HELP
          help         show how to use a command, or list all commands
          completions  print a script that teaches a shell to complete commands

        OPTIONS
          -h, --help     show this help, or that of a command
              --version  print the version of this program

        ENVIRONMENT
          REGISTRY_ACTOR   stands in for --by: who decides; recorded with the promotion,
                           so that a reader of the history knows whom to ask
          REGISTRY_DIR     stands in for --registry: the registry directory
          REGISTRY_STRICT  stands in for --strict when it is set and not 0
          NO_COLOR         when set, nothing is coloured

        EXIT CODES
            0  done
            1  could not run (input/output, internal)
            2  usage: the command's words or its input are wrong
            3  not found
            4  already exists, or lost a race
            5  integrity failure
            6  refused by a rule or gate
            7  gate inconclusive
            8  version number too small for the change
            9  busy: another process holds the lock
           10  written by a newer format
          130  interrupted before anything was written

        'registry help COMMAND' tells all about one command.

        """)
  }
}
