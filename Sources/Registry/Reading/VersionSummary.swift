/// One line of `list`: a version, where it stands, and how good it is.
public struct VersionSummary: Sendable, Equatable {
  /// The version.
  public let version: ModelVersion
  /// Where it stands.
  public let status: Status
  /// The aliases that mean it now, by name.
  public let aliases: [AliasName]
  /// When it was registered, as the manifest says it; empty when that cannot be read.
  public let createdAt: String
  /// Who registered it.
  public let registeredBy: String
  /// What the registrant wrote.
  public let notes: String
  /// The main metric of its evaluation, if it has one.
  public let metric: EvaluationMetrics.Entry?
  /// What is wrong with the version's records, if something is.
  public let problem: RegistryError?

  /// Where a version stands: derived from the alias files and the history, never stored in it.
  public enum Status: String, Sendable {
    /// It was registered and has not served as champion.
    case registered
    /// The gates refused to make it champion.
    case rejected
    /// An alias other than `champion` means it.
    case staged
    /// `champion` means it.
    case champion
    /// It was withdrawn.
    case yanked
    /// It was champion and is not any more.
    case archived
    /// Its records cannot be read.
    case damaged
  }
}
