/// What `MODEL_VERSION` can say: which model is to be loaded.
public enum ModelReference: Sendable, Hashable {
  /// Nothing was said: the files in `artifacts/`, for development.
  case development
  /// The version that an alias names.
  case alias(AliasName)
  /// Exactly this version.
  case exact(ModelVersion)
  /// The highest registered release in a range.
  case requirement(VersionRequirement)

  /// Reads `""`, `champion`, `v1.2.0`, `1.2.0`, `^1.2`, `~1.2.0` or `latest`.
  ///
  /// - Throws: ``RegistryError/invalidVersion(_:reason:)``,
  ///   ``RegistryError/invalidRequirement(_:)`` or ``RegistryError/invalidAlias(_:)``.
  public init(_ text: String) throws(RegistryError) {
    if text.isEmpty {
      self = .development
    } else if let requirement = try VersionRequirement(text) {
      self = .requirement(requirement)
    } else if AliasName.looksLikeVersion(text) {
      self = .exact(try ModelVersion(text))
    } else {
      self = .alias(try AliasName(text))
    }
  }
}

extension ModelReference: CustomStringConvertible {
  /// The text it would be read from.
  public var description: String {
    switch self {
    case .development: ""
    case .alias(let alias): alias.description
    case .exact(let version): version.description
    case .requirement(let requirement): requirement.description
    }
  }
}
