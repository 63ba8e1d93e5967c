/// What differs between two versions, or between a version and what training left.
public struct VersionDiff: Sendable, Equatable {
  /// The older side: a version, or the directory of artifacts.
  public let before: String
  /// The newer side.
  public let after: String
  /// The contract: what changed, and what number it asks for.
  public let compatibility: Compatibility
  /// The smallest version that the newer side could be called after the older one; `nil` when the older
  /// side is no version.
  public let smallestVersion: ModelVersion?
  /// Every metric that one of them has, section by section.
  public let metrics: [MetricChange]
  /// The members of the metadata that differ.
  public let metadata: [FieldChange]
  /// The files that differ, by path.
  public let files: [FileChange]

  /// A metric on both sides.
  public struct MetricChange: Sendable, Equatable {
    /// The name, after its section: `test_metrics.recall`.
    public let name: String
    /// The value before; `nil` where it was not there.
    public let before: Double?
    /// The value after; `nil` where it is not there.
    public let after: Double?

    /// How much was added; `nil` when one of the values is missing.
    public var change: Double? {
      guard let before, let after else { return nil }
      return after - before
    }

    /// Whether a larger value is the better one; `nil` for a metric that is not known.
    public var largerIsBetter: Bool? {
      let bare = name.prefix { $0 != "@" }.split(separator: ".").last
      return bare.flatMap { EvaluationMetric.largerIsBetter(named: $0.lowercased()) }
    }

    /// Whether it got better; `nil` where that cannot be told or nothing changed.
    public var isBetter: Bool? {
      guard let largerIsBetter, let change, change != 0 else { return nil }
      return largerIsBetter == (change > 0)
    }
  }

  /// A member of the metadata on both sides; `nil` where it is not there.
  public struct FieldChange: Sendable, Equatable {
    /// The member's name.
    public let name: String
    /// The value before.
    public let before: JSONValue?
    /// The value after.
    public let after: JSONValue?
  }

  /// A file on both sides; `nil` where it is not there.
  public struct FileChange: Sendable, Equatable {
    /// The path in a version.
    public let path: String
    /// The file before.
    public let before: Manifest.File?
    /// The file after.
    public let after: Manifest.File?
  }
}

extension VersionDiff {
  init(
    from old: DiffSide, to new: DiffSide, under policy: CompatibilityPolicy
  ) throws(RegistryError) {
    before = old.name
    after = new.name
    compatibility = Compatibility(from: old.contract, to: new.contract, under: policy)
    smallestVersion =
      if let version = old.version { try compatibility.smallestVersion(after: version) } else {
        nil
      }
    metrics = Self.pairs(old.metrics, new.metrics, \.name).map { name, old, new in
      MetricChange(name: name, before: old?.value, after: new?.value)
    }
    metadata = Self.pairs(old.metadata.members, new.metadata.members, \.key).compactMap {
      name, old, new in
      old?.value == new?.value
        ? nil : FieldChange(name: name, before: old?.value, after: new?.value)
    }
    files = Self.pairs(old.files, new.files, \.path).compactMap { path, old, new in
      old?.digest == new?.digest ? nil : FileChange(path: path, before: old, after: new)
    }
  }

  /// The entries of both sides by name: those of the older one in their order, then the new ones.
  private static func pairs<Entry>(
    _ old: [Entry], _ new: [Entry], _ name: (Entry) -> String
  ) -> [(String, Entry?, Entry?)] {
    let before = ContractComparison.byName(old, name)
    let after = ContractComparison.byName(new, name)
    return old.map { (name($0), $0, after[Array(name($0).utf8)]) }
      + new.filter { before[Array(name($0).utf8)] == nil }.map { (name($0), nil, $0) }
  }
}
