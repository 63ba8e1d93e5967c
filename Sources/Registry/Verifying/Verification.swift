/// What a look at every byte of a registry found.
public struct Verification: Sendable, Equatable {
  /// Everything that is not as it was registered, each naming its file; empty when all is well.
  public internal(set) var findings: [RegistryError] = []
  /// How many versions were looked at.
  public internal(set) var versionCount = 0
  /// How many files were looked at, manifests among them.
  public internal(set) var fileCount = 0
  /// How many bytes were hashed.
  public internal(set) var byteCount = 0
  /// What became of the golden rows of each version that is as registered; empty where nobody asked.
  public internal(set) var replays: [Replay] = []

  /// What became of the golden rows of a version.
  public struct Replay: Sendable, Equatable {
    /// The version.
    public let version: ModelVersion
    /// What became of them.
    public let outcome: GoldenRowsOutcome
  }

  /// Whether nothing was found.
  public var isClean: Bool { findings.isEmpty }
}
