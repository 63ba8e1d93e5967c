/// What `prune` removed, or would remove, and what it spared.
public struct Pruning: Sendable, Equatable {
  /// The versions that are gone, or would be, lowest first.
  public internal(set) var removed: [ModelVersion] = []
  /// How many bytes their files have, as far as their manifests can be read.
  public internal(set) var byteCount = 0
  /// The versions below those that are kept that were spared, lowest first.
  public internal(set) var spared: [Spared] = []
  /// Why the files of a version could not be removed, if they could not. The version is gone all
  /// the same, and the next command that writes tries again.
  public internal(set) var removalFailure: RegistryError?

  /// A version that was not removed.
  public struct Spared: Sendable, Equatable {
    /// The version.
    public let version: ModelVersion
    /// Why.
    public let reason: Reason

    package init(version: ModelVersion, reason: Reason) {
      self.version = version
      self.reason = reason
    }
  }

  /// Why a version is spared.
  public enum Reason: Sendable, Equatable {
    /// An alias means it.
    case alias(AliasName)
    /// A rollback of an alias would lead to it.
    case rollbackTarget(AliasName)
    /// Somebody approved it.
    case approved
    /// It was registered too recently, or nobody knows when.
    case recent
  }
}
