/// Which part of a version's number a change makes rise.
public enum VersionBump: String, Sendable, CaseIterable, Comparable {
  /// The same contract: a fix, a re-fit, a recalibration.
  case patch
  /// A new ability that breaks nothing.
  case minor
  /// Callers or consumers break.
  case major

  private var rank: Int {
    switch self {
    case .patch: 0
    case .minor: 1
    case .major: 2
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// As messages write it: `MAJOR`.
  public var title: String { rawValue.uppercased() }
}

extension ModelVersion {
  /// The lowest release above this version that such a change may have.
  ///
  /// Below v1.0.0 all is one place to the right, as `^0.2` reads: a change that breaks raises the
  /// second number, any other one the third.
  ///
  /// - Throws: What ``raising(_:)`` throws.
  public func raised(by bump: VersionBump) throws(RegistryError) -> ModelVersion {
    guard major == 0 else { return try raising(bump) }
    return try raising(bump == .major ? .minor : .patch)
  }

  /// The next version in which this part of the number is higher.
  ///
  /// After a pre-release it may be the release itself: v2.0.0 is the next major, minor and patch
  /// version after v2.0.0-rc.1.
  ///
  /// - Throws: ``RegistryError/invalidVersion(_:reason:)`` where the number would have ten digits.
  public func raising(_ part: VersionBump) throws(RegistryError) -> ModelVersion {
    switch part {
    case .major where isPrerelease && minor == 0 && patch == 0: return release
    case .minor where isPrerelease && patch == 0: return release
    case .patch where isPrerelease: return release
    case .major: return try ModelVersion("v\(major + 1).0.0")
    case .minor: return try ModelVersion("v\(major).\(minor + 1).0")
    case .patch: return try ModelVersion("v\(major).\(minor).\(patch + 1)")
    }
  }

  /// The version without what stands behind its hyphen.
  var release: ModelVersion { ModelVersion(major: major, minor: minor, patch: patch) }
}
