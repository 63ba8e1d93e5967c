import Registry

/// The words of a command line are wrong; exit code 2.
struct UsageError: ReportableError, Equatable {
  /// The command as typed, `registry promote`, or `nil` before a command is known.
  let command: String?
  let problem: UsageProblem

  init(command: String? = nil, _ problem: UsageProblem) {
    self.command = command
    self.problem = problem
  }

  var exitCode: ExitCode { .usage }

  var message: String {
    switch problem {
    case .missingCommand: "a command is missing"
    case .unknownCommand(let name, _): "unknown command '\(name)'"
    case .unknownOption(let name, _): "unknown option '\(name)'\(place)"
    case .missingValue(let option, let placeholder, _):
      "'\(option)' needs a value: \(option) \(placeholder)"
    case .unexpectedValue(let option, let value): "'\(option)' takes no value, but got '\(value)'"
    case .repeatedOption(let option): "'\(option)' is given twice"
    case .missingOption(let option, let placeholder):
      "'\(option) \(placeholder)' is missing\(place)"
    case .missingArgument(let name): "\(name) is missing\(place)"
    case .unexpectedArgument(let word): "unexpected argument '\(word)'\(place)"
    case .emptyValue(let name): "'\(name)' is empty"
    case .notAllowed(let value, let name, _, _): "'\(name)' does not take '\(value)'"
    case .invalidValue(let value, let name, _): "'\(name)' does not take '\(value)'"
    case .conflictingOptions(let one, let other): "'\(one)' and '\(other)' exclude each other"
    }
  }

  var remedy: String? {
    guard let advice else { return "see '\(help)'" }
    return advice + (advice.hasSuffix("?") ? " See '\(help)'" : "; see '\(help)'")
  }

  /// What to do, when more can be said than where to read on.
  private var advice: String? {
    switch problem {
    case .unknownCommand(_, let suggestion?), .unknownOption(_, let suggestion?):
      "did you mean '\(suggestion)'?"
    case .missingValue(let option, _, let found?) where found != "--":
      "'\(found)' looks like an option; if it is the value, write it as '\(option)=\(found)'"
    case .repeatedOption: "give it once"
    case .unexpectedValue(let option, _): "give '\(option)' alone"
    case .notAllowed(_, _, let allowed, let suggestion):
      (suggestion.map { "did you mean '\($0)'? It takes " } ?? "it takes ")
        + allowed.joined(separator: ", ")
    case .invalidValue(_, _, let expected): "it takes \(expected)"
    case .conflictingOptions: "give one of them"
    default: nil
    }
  }

  private var place: String { command.map { " for '\($0)'" } ?? "" }

  private var help: String { "\(command ?? "registry") --help" }
}
