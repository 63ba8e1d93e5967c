/// Reads the words after a command's name the way GNU programs do.
///
/// - `--name value`, `--name=value`, `-n value`, `-nvalue`, `-n=value`; flags may be combined: `-ab`.
/// - Options and arguments come in any order; `--` ends the options.
/// - A separate value may not look like an option: `--notes --json` is a forgotten value. Negative
///   numbers and a single `-` are values. `--notes=--json` says it on purpose.
/// - Names are never abbreviated: a new option would change what an old script means.
struct InvocationParser {
  private let command: Command
  private var rest: ArraySlice<String>
  private var given: [String: [GivenValue]] = [:]
  private var loose: [String] = []

  static func parse(
    _ words: [String], command: Command, table: CommandTable, environment: (String) -> String?
  ) throws(UsageError) -> Invocation {
    var parser = InvocationParser(command: command, rest: words[...])
    try parser.readWords()
    parser.fill(from: environment)
    try parser.checkOptions()
    let arguments = try parser.assignedArguments()
    return Invocation(
      command: command, table: table, options: parser.given, arguments: arguments)
  }

  private init(command: Command, rest: ArraySlice<String>) {
    self.command = command
    self.rest = rest
  }

  private mutating func readWords() throws(UsageError) {
    while let word = rest.popFirst() {
      if word == "--" {
        loose += rest
        return
      }
      if !looksLikeOption(word) {
        loose.append(word)
      } else if word.hasPrefix("--") {
        try readLong(word)
      } else {
        try readShort(word)
      }
    }
  }

  private mutating func readLong(_ word: String) throws(UsageError) {
    let name = String(word.prefix { $0 != "=" })
    guard let option = command.option(spelled: name) else { throw unknown(name) }
    let inline = name == word ? nil : String(word.dropFirst(name.count + 1))
    switch (option.value, inline) {
    case (nil, nil): note(option, "")
    case (nil, let text?): throw failure(.unexpectedValue(option: name, value: text))
    case (_?, let text?): try record(option, text)
    case (let value?, nil): try record(option, nextWord(for: name, value))
    }
  }

  private mutating func readShort(_ word: String) throws(UsageError) {
    // '-version' is a slip for '--version', not '-v' with the value 'ersion'.
    if word.count > 2, command.option(spelled: "-\(word)") != nil { throw unknown(word) }
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let name = "-\(letter)"
      guard let option = command.option(spelled: name) else { throw unknown(name) }
      guard let value = option.value else {
        if letters.first == "=" {
          throw failure(.unexpectedValue(option: name, value: String(letters.dropFirst())))
        }
        note(option, "")
        continue
      }
      if letters.isEmpty { return try record(option, nextWord(for: name, value)) }
      return try record(option, String(letters.first == "=" ? letters.dropFirst() : letters))
    }
  }

  private mutating func nextWord(
    for name: String, _ value: OptionValue
  ) throws(UsageError) -> String {
    guard let word = rest.first, !looksLikeOption(word) else {
      throw failure(
        .missingValue(option: name, placeholder: value.placeholder, found: rest.first))
    }
    rest.removeFirst()
    return word
  }

  private mutating func record(_ option: Option, _ text: String) throws(UsageError) {
    if given[option.name] != nil, option.value?.isRepeatable != true {
      throw failure(.repeatedOption(option.name))
    }
    note(option, text)
  }

  private mutating func note(_ option: Option, _ text: String) {
    given[option.name, default: []].append(GivenValue(text: text, source: .commandLine))
  }

  private mutating func fill(from environment: (String) -> String?) {
    for option in command.options where given[option.name] == nil {
      guard let variable = option.value?.environment, let text = environment(variable),
        !text.isEmpty
      else { continue }
      given[option.name] = [GivenValue(text: text, source: .environment(variable))]
    }
  }

  private func looksLikeOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return false }
    let second = word.dropFirst().first
    let mayBeNumber = second == "." || second?.isWholeNumber == true
    return !(mayBeNumber && Double(word) != nil)
  }

  private func unknown(_ name: String) -> UsageError {
    let names = command.options.map(\.name)
    return failure(.unknownOption(name, suggestion: suggestion(for: name, among: names)))
  }

  private func failure(_ problem: UsageProblem) -> UsageError {
    UsageError(command: command.fullName, problem)
  }
}

extension InvocationParser {
  private func checkOptions() throws(UsageError) {
    for option in command.options {
      guard let value = option.value else { continue }
      for one in given[option.name] ?? [] {
        try check(one.text, value.kind, name: one.name(for: option))
      }
      if value.isRequired, given[option.name] == nil {
        throw failure(.missingOption(option.name, placeholder: value.placeholder))
      }
    }
  }

  /// Gives each argument its words, first come first served.
  private func assignedArguments() throws(UsageError) -> [String: [String]] {
    var words = loose[...]
    var assigned: [String: [String]] = [:]
    for argument in command.arguments {
      let own = words.prefix(argument.isRepeating ? words.count : 1)
      words = words.dropFirst(own.count)
      if own.isEmpty, !argument.isOptional { throw failure(.missingArgument(argument.name)) }
      for word in own { try check(word, argument.kind, name: argument.name) }
      assigned[argument.name] = Array(own)
    }
    if let word = words.first { throw failure(.unexpectedArgument(word)) }
    return assigned
  }

  private func check(_ text: String, _ kind: ValueKind, name: String) throws(UsageError) {
    switch kind {
    case .text: return
    case .file, .directory, .version, .command:
      if text.isEmpty { throw failure(.emptyValue(name: name)) }
    case .oneOf(let allowed):
      if allowed.contains(text) { return }
      throw failure(
        .notAllowed(
          text, name: name, allowed: allowed, suggestion: suggestion(for: text, among: allowed)))
    }
  }
}
