/// What can be wrong with the words of a command line.
///
/// `name` is what the value was given for: an option, an argument or an environment variable.
enum UsageProblem: Sendable, Equatable {
  /// Options were typed, but no command.
  case missingCommand
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, suggestion: String?)
  /// `found` is the word that stands where the value belongs.
  case missingValue(option: String, placeholder: String, found: String?)
  /// A value for a flag.
  case unexpectedValue(option: String, value: String)
  case repeatedOption(String)
  case missingOption(String, placeholder: String)
  case missingArgument(String)
  case unexpectedArgument(String)
  case emptyValue(name: String)
  case notAllowed(String, name: String, allowed: [String], suggestion: String?)
  /// `expected` completes "takes …".
  case invalidValue(String, name: String, expected: String)
  case conflictingOptions(String, String)
}
