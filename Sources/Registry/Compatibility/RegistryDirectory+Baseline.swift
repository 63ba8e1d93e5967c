extension RegistryDirectory {
  /// What a new version is compared with: the highest release below it that was neither yanked nor
  /// pruned; the highest of all when `version` is `nil`.
  ///
  /// - Returns: `nil` when there is none, and any number is legal.
  func baseline(below version: ModelVersion? = nil) throws(RegistryError) -> ModelVersion? {
    let releases = try versionDirectories().filter { candidate in
      !candidate.isPrerelease && version.map { candidate < $0 } ?? true
    }
    guard !releases.isEmpty else { return nil }
    let retirements = try retirementsIfReadable()
    return releases.last { retirements.yanked[$0] == nil && retirements.pruned[$0] == nil }
  }

  /// How a model fits together with a registered version.
  ///
  /// - Throws: The integrity error that keeps the version from being read, or
  ///   ``RegistryError/invalidPolicy(path:field:expected:)``.
  func compatibility(
    of contract: ModelContract, with baseline: ModelVersion
  ) throws(RegistryError) -> Compatibility {
    let policy = try policy().compatibility()
    let before = try ModelContract(VersionDirectory(baseline, in: self))
    return Compatibility(from: before, to: contract, under: policy)
  }
}
