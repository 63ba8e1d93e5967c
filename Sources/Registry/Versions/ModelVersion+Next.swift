extension ModelVersion {
  /// The number of a first version.
  public static let first = ModelVersion(major: 1, minor: 0, patch: 0)

  /// The release after this version: the next patch, or the release itself after a pre-release.
  public var nextPatch: ModelVersion {
    ModelVersion(major: major, minor: minor, patch: isPrerelease ? patch : patch + 1)
  }
}
