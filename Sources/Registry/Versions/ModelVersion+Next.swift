extension ModelVersion {
  /// The number of a first version.
  public static let first = ModelVersion(major: 1, minor: 0, patch: 0)

  /// Nine digits.
  private static let largestNumber = 999_999_999

  /// The release after this version: the next patch, or the release itself after a pre-release.
  public var nextPatch: ModelVersion {
    if isPrerelease { return ModelVersion(major: major, minor: minor, patch: patch) }
    guard patch < Self.largestNumber else {
      return ModelVersion(major: major, minor: minor + 1, patch: 0)
    }
    return ModelVersion(major: major, minor: minor, patch: patch + 1)
  }
}
