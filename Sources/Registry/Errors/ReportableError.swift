/// An error that can be put before a person: what is wrong, what to type next, how to exit.
public protocol ReportableError: Error, Sendable {
  /// What is wrong and where, as one line: names in single quotes, lowercase start, no full stop.
  var message: String { get }
  /// What to do next, as one line, or `nil` when there is nothing useful to say.
  var remedy: String? { get }
  /// The number that a command ends with.
  var exitCode: ExitCode { get }
}
