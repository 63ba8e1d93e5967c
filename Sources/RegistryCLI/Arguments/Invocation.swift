/// A command line that was read: typed answers to what a command asks.
///
/// A value comes from the command line, else from the option's environment variable, else from its
/// default in the table.
struct Invocation: Sendable {
  let command: Command
  /// The table the command is in, for `help` and `completions`.
  let table: CommandTable
  /// By option name.
  let options: [String: [GivenValue]]
  /// By argument name.
  let arguments: [String: [String]]

  /// Whether a flag was given.
  func flag(_ option: Option) -> Bool { options[option.name] != nil }

  /// The value of an option.
  ///
  /// - Throws: ``UsageError`` when it was not given and has no default.
  func string(_ option: Option) throws(UsageError) -> String {
    try value(option).text
  }

  /// The value of an option, or `nil` when it was not given and has no default.
  func string(ifGiven option: Option) -> String? { given(option)?.text }

  /// Every value of a repeatable option, in the order given.
  func strings(_ option: Option) -> [String] {
    (options[option.name] ?? [given(option)].compactMap { $0 }).map(\.text)
  }

  /// The value of a positional argument.
  ///
  /// - Throws: ``UsageError`` when an optional argument was left out.
  func argument(_ argument: Argument) throws(UsageError) -> String {
    guard let text = arguments[argument.name]?.first else {
      throw failure(.missingArgument(argument.name))
    }
    return text
  }

  /// The value of a positional argument, or `nil` when it was left out.
  func argument(ifGiven argument: Argument) -> String? { arguments[argument.name]?.first }

  /// Every value of a repeating argument, in the order given.
  func arguments(_ argument: Argument) -> [String] { arguments[argument.name] ?? [] }

  /// A usage error of this command, for what only the command itself can judge.
  func failure(_ problem: UsageProblem) -> UsageError {
    UsageError(command: command.fullName, problem)
  }

  /// The last value given, with its source; the default counts as typed.
  func given(_ option: Option) -> GivenValue? {
    assert(command.option(spelled: option.name) != nil, "'\(command.name)' lacks \(option.name)")
    if let value = options[option.name]?.last { return value }
    guard case .value(let text)? = option.value?.defaultValue else { return nil }
    return GivenValue(text: text, source: .commandLine)
  }

  func value(_ option: Option) throws(UsageError) -> GivenValue {
    guard let value = given(option) else {
      throw failure(
        .missingOption(option.name, placeholder: option.value?.placeholder ?? "VALUE"))
    }
    return value
  }
}

extension GivenValue {
  /// What a message calls it: the option, or the variable that the value came from.
  func name(for option: Option) -> String {
    switch source {
    case .commandLine: option.name
    case .environment(let variable): variable
    }
  }
}
