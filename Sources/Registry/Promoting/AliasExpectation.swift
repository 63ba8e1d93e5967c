/// What an alias must mean for a setting of it to go through: compare and swap.
public enum AliasExpectation: Sendable, Equatable, CustomStringConvertible {
  /// It means this version.
  case version(ModelVersion)
  /// It is not set.
  case unset

  /// The version, or `unset`.
  public var description: String {
    switch self {
    case .version(let version): version.description
    case .unset: "unset"
    }
  }

  /// Reads a version or `unset`.
  ///
  /// - Throws: ``RegistryError/invalidVersion(_:reason:)``.
  public init(_ text: String) throws(RegistryError) {
    self = text == "unset" ? .unset : .version(try ModelVersion(text))
  }

  /// - Throws: ``RegistryError/unexpectedAlias(_:expected:found:)`` when it is not met.
  func check(_ alias: AliasName, means version: ModelVersion?) throws(RegistryError) {
    let isMet =
      switch self {
      case .version(let expected): version == expected
      case .unset: version == nil
      }
    guard isMet else { throw .unexpectedAlias(alias, expected: self, found: version) }
  }
}
