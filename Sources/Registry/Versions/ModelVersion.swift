/// A version of a model: Semantic Versioning 2.0.0 without build metadata, written `v1.2.0` or
/// `v2.0.0-rc.1`.
///
/// Build metadata is refused because it does not order: two versions could differ and yet neither
/// come first. Numbers have at most nine digits, the text at most 128 bytes.
///
/// Source: https://semver.org/spec/v2.0.0.html
public struct ModelVersion: Sendable, Hashable {
  /// Rises when callers or consumers break.
  public let major: Int
  /// Rises with a new ability that breaks nothing.
  public let minor: Int
  /// Rises with a fix, a re-fit, a recalibration.
  public let patch: Int
  /// The identifiers behind the hyphen; empty for a release.
  public let prerelease: [Identifier]

  /// One part of a pre-release.
  public enum Identifier: Sendable, Hashable {
    /// Digits only: ordered as a number, before all text.
    case number(Int)
    /// Letters, digits and hyphens: ordered byte by byte.
    case text(String)
  }

  init(major: Int, minor: Int, patch: Int, prerelease: [Identifier] = []) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.prerelease = prerelease
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(major)
    hasher.combine(minor)
    hasher.combine(patch)
    // Most have none; what is left out is compared all the same.
    if isPrerelease { hasher.combine(prerelease) }
  }

  /// Whether this is a pre-release such as `v2.0.0-rc.1`.
  public var isPrerelease: Bool { !prerelease.isEmpty }
}

extension ModelVersion: CustomStringConvertible {
  /// The one spelling that is used on disk, with the leading `v`.
  public var description: String {
    // Not by interpolation, which takes several times as long: lists print thousands.
    var numbers = "v"
    numbers += String(major)
    numbers += "."
    numbers += String(minor)
    numbers += "."
    numbers += String(patch)
    guard isPrerelease else { return numbers }
    return numbers + "-" + prerelease.map(\.description).joined(separator: ".")
  }
}

extension ModelVersion.Identifier: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}
