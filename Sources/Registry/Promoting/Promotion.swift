/// What `promote` or `rollback` did.
public struct Promotion: Sendable, Equatable {
  /// The alias file as it is now.
  public let record: AliasRecord
  /// Whether the alias meant the version already, so that nothing had to change.
  public let wasAlreadyThere: Bool
  /// What was wrong with the alias file that was replaced, if something was.
  public let replacedDamage: RegistryError?
  /// Why the line in the history could not be written, if it could not. The alias is set all the
  /// same and readers count it in. The next command that writes adds the line, unless the history is
  /// damaged: then it is lost when the alias is set again.
  public let historyFailure: RegistryError?
  /// What kept the two versions of a rollback from being compared, if something did.
  public internal(set) var comparisonFailure: RegistryError?
}
