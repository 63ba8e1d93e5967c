/// One rule that is broken, and where.
public struct LintFinding: Sendable, Equatable {
  /// Which rule.
  public let rule: LintRule
  /// How much it weighs: the rule's own severity, or what `policy.json` says.
  public let severity: LintSeverity
  /// The file, by its name in the directory.
  public let file: String
  /// The dotted path of the value in the file; empty when it is the file as a whole.
  public let at: String
  /// What was expected and what is there, as one line.
  public let message: String

  /// What to do about it, as one line.
  public var remedy: String { rule.remedy }

  /// The finding with the file and the rule before its message, as one line.
  public var line: String { "\(file): \(rule.rawValue): \(message)" }

  init(_ rule: LintRule, file: String, at: String, _ message: String) {
    self.init(rule, severity: rule.severity, file: file, at: at, message)
  }

  init(
    _ rule: LintRule, severity: LintSeverity, file: String, at: String, _ message: String
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.at = at
    self.message = message
  }

  /// The same at another severity.
  func weighing(_ severity: LintSeverity) -> LintFinding {
    LintFinding(rule, severity: severity, file: file, at: at, message)
  }
}
