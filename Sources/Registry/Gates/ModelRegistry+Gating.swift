extension ModelRegistry {
  /// What the gates of `policy.json` say of a version that wants to be champion. Nothing is recorded.
  ///
  /// - Parameters:
  ///   - version: A registered version.
  ///   - scored: Labelled rows that the version and the champion scored for this, in place of the
  ///     predictions that are registered with them.
  /// - Returns: A result for each gate; no results where the policy asks for nothing, and where the version
  ///   is champion already.
  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)``,
  ///   ``RegistryError/invalidPolicy(path:field:expected:)``, an integrity error or a file error.
  /// - Complexity: O(*n* log *n*) in the held-out rows, and 2,000 resamples of them for a metric that is
  ///   bootstrapped.
  public func gate(
    _ version: ModelVersion, scored: ScoredRows? = nil
  ) throws(RegistryError) -> GateReport {
    let registry = try openToRead()
    let target = try VersionDirectory(version, in: registry)
    if let report = try GateJudge(
      target, scored: scored, inspector: inspector, in: registry
    ).report() {
      return report
    }
    let champion = try AliasRecord.read(.champion, in: registry.root)?.version
    return GateReport(version: version, champion: champion, results: [])
  }
}
