import Testing

@testable import RegistryCLI

@Suite struct `A command line` {
  struct Example: Sendable {
    let words: [String]
    let head: SplitCommandLine.Head
    var rest: [String] = []
  }

  @Test(arguments: [
    Example(words: [], head: .nothing),
    Example(words: ["list"], head: .command("list")),
    Example(words: ["list", "--json"], head: .command("list"), rest: ["--json"]),
    Example(words: ["-r", "a", "list", "b"], head: .command("list"), rest: ["-r", "a", "b"]),
    Example(words: ["-ra", "list"], head: .command("list"), rest: ["-ra"]),
    Example(words: ["--registry=a", "list"], head: .command("list"), rest: ["--registry=a"]),
    Example(words: ["--json", "list"], head: .command("list"), rest: ["--json"]),
    Example(words: ["--registry", "--version"], head: .noCommand),
    Example(words: ["--registry"], head: .noCommand),
    Example(words: ["--json"], head: .noCommand),
    Example(words: ["--version", "list"], head: .version),
    Example(words: ["--json", "-h"], head: .help),
    Example(words: ["--bogus=1", "list"], head: .unknownOption("--bogus")),
    Example(words: ["--", "list"], head: .unknownOption("--")),
    Example(words: ["-"], head: .command("-")),
    Example(words: [""], head: .command("")),
  ])
  func `is parted at the command's name`(example: Example) {
    let line = SplitCommandLine(example.words)
    #expect(line.head == example.head)
    #expect(line.rest == example.rest)
  }
}
