/// A range of versions, from which the highest that fits is taken.
///
/// Only releases fit: pre-releases are reached by their number.
public enum VersionRequirement: Sendable, Hashable {
  /// `^1.2`: at least this, below the next version that may break callers. For `^0.2` that is
  /// v0.3.0, since below v1.0.0 the minor number says so.
  case compatible(ModelVersion, spelling: String)
  /// `~1.2.0`: at least this, below the next minor version (`~1`: below the next major one).
  case approximate(ModelVersion, below: ModelVersion, spelling: String)
  /// `latest`: any release.
  case latest

  /// Reads `^1.2`, `^1.2.0`, `~1.2`, `~1.2.0` or `latest`; `nil` when the text is no range at all.
  ///
  /// - Throws: ``RegistryError/invalidRequirement(_:)`` when it begins like one and is none.
  public init?(_ text: String) throws(RegistryError) {
    if text.utf8.elementsEqual("latest".utf8) {
      self = .latest
      return
    }
    guard let sign = text.utf8.first, sign == UInt8(ascii: "^") || sign == UInt8(ascii: "~")
    else { return nil }
    guard let numbers = Self.numbers(text.dropFirst()) else { throw .invalidRequirement(text) }
    let floor = ModelVersion(
      major: numbers[0], minor: numbers.count > 1 ? numbers[1] : 0,
      patch: numbers.count > 2 ? numbers[2] : 0)
    if sign == UInt8(ascii: "^") {
      self = .compatible(floor, spelling: text)
    } else {
      let next =
        numbers.count > 1
        ? ModelVersion(major: floor.major, minor: floor.minor + 1, patch: 0)
        : ModelVersion(major: floor.major + 1, minor: 0, patch: 0)
      self = .approximate(floor, below: next, spelling: text)
    }
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let body = text.utf8.first == UInt8(ascii: "v") ? text.dropFirst() : text
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard case .success(let number) = ModelVersion.number(part) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// Whether `version` fits.
  public func accepts(_ version: ModelVersion) -> Bool {
    guard !version.isPrerelease else { return false }
    switch self {
    case .latest: return true
    case .compatible(let floor, _): return floor <= version && version < Self.nextBreaking(floor)
    case .approximate(let floor, let ceiling, _): return floor <= version && version < ceiling
    }
  }

  private static func nextBreaking(_ floor: ModelVersion) -> ModelVersion {
    floor.major > 0
      ? ModelVersion(major: floor.major + 1, minor: 0, patch: 0)
      : ModelVersion(major: 0, minor: floor.minor + 1, patch: 0)
  }
}

extension VersionRequirement: CustomStringConvertible {
  /// The text it was read from.
  public var description: String {
    switch self {
    case .latest: "latest"
    case .compatible(_, let spelling), .approximate(_, _, let spelling): spelling
    }
  }
}
