import Testing

@testable import RegistryCLI

@Suite struct `Every command of the table` {
  @Test func `is found by the name that it has itself`() throws {
    for command in CommandTable.all.commands {
      #expect(try CommandTable.all.command(named: command.name).name == command.name)
    }
  }

  private static let commands = CommandTable.all.commands

  @Test func `has a name of its own`() {
    #expect(Set(Self.commands.map(\.name)).count == Self.commands.count)
  }

  @Test(arguments: commands.map(\.name))
  func `is described in the agreed form`(name: String) throws {
    let command = try CommandTable.all.command(named: name)
    #expect(isWord(command.name))
    #expect(isOneLine(command.summary))
    #expect(command.summary.count <= 62, "the overview has one line a command")
    #expect(!command.examples.isEmpty)
    for argument in command.arguments {
      #expect(argument.name.allSatisfy { $0.isUppercase || $0 == "-" })
      #expect(isOneLine(argument.help))
    }
  }

  @Test(arguments: commands.map(\.name))
  func `has options in the agreed form`(name: String) throws {
    let command = try CommandTable.all.command(named: name)
    let spellings = command.options.flatMap(\.spellings)
    #expect(Set(spellings).count == spellings.count, "each spelling means one option")
    for option in command.options {
      #expect(option.name.hasPrefix("--") && isWord(option.name.dropFirst(2)))
      #expect(option.short?.isLetter ?? true)
      #expect(isOneLine(option.help))
      let value = option.value
      #expect(value?.isRequired != true || value?.defaultValue == nil, "required means no default")
    }
  }

  @Test(arguments: commands.map(\.name))
  func `takes arguments in an order that can be read`(name: String) throws {
    let arguments = try CommandTable.all.command(named: name).arguments
    for (one, next) in zip(arguments, arguments.dropFirst()) {
      #expect(!one.isRepeating, "only the last argument repeats")
      #expect(!one.isOptional || next.isOptional, "nothing required after something optional")
    }
  }

  @Test(arguments: commands.map(\.name))
  func `has examples that can be typed`(name: String) throws {
    let command = try CommandTable.all.command(named: name)
    for example in command.examples {
      let words = try #require(wordsAfterRegistry(in: example.line), "\(example.line)")
      let line = SplitCommandLine(words)
      #expect(line.head == .command(name), "\(example.line)")
      #expect(throws: Never.self, "\(example.line)") {
        try InvocationParser.parse(
          line.rest, command: command, table: .all, environment: { _ in nil })
      }
    }
  }

  @Test(arguments: commands.map(\.name))
  func `has help that fits eighty columns`(name: String) throws {
    let command = try CommandTable.all.command(named: name)
    let examples = Set(command.examples.map { "  " + $0.line })
    for line in CommandHelp(command: command).text().split(separator: "\n") {
      #expect(line.count <= 80 || examples.contains(String(line)))
    }
  }

  private func isWord(_ text: some StringProtocol) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
  }

  private func isOneLine(_ text: String) -> Bool {
    !text.isEmpty && !text.contains("\n") && text.last != "." && text.first?.isUppercase == false
  }
}

/// What `registry` would get of a shell line: quotes and redirections are read, nothing is expanded.
private func wordsAfterRegistry(in line: String) -> [String]? {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for letter in line {
    if letter == quote {
      quote = nil
    } else if quote != nil {
      word?.append(letter)
    } else if letter == "'" || letter == "\"" {
      quote = letter
      word = word ?? ""
    } else if letter == " " || letter == ")" {
      if let whole = word { words.append(whole) }
      word = nil
    } else {
      word = (word ?? "") + String(letter)
    }
  }
  if let word { words.append(word) }
  guard let start = words.firstIndex(where: { $0 == "registry" || $0 == "<(registry" }) else {
    return nil
  }
  return Array(words[(start + 1)...].prefix { ![">", "|", "&&", ";"].contains($0) })
}
