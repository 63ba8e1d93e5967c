/// How much what lint finds weighs.
public enum LintSeverity: String, Sendable, CaseIterable {
  /// The files contradict each other or themselves: `register` refuses them.
  case error
  /// A person should look before this model serves.
  case warning
}
