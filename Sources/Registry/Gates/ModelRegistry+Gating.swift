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
  ///   ``RegistryError/yanked(_:by:reason:)``, ``RegistryError/invalidPolicy(path:field:expected:)``, an
  ///   integrity error or a file error.
  /// - Complexity: O(*n* log *n*) in the held-out rows, and 2,000 resamples of them for a metric that is
  ///   bootstrapped.
  public func gate(
    _ version: ModelVersion, scored: ScoredRows? = nil
  ) throws(RegistryError) -> GateReport {
    let registry = try openToRead()
    try registry.retirementsIfReadable().refuse(version)
    let target = try VersionDirectory(version, in: registry)
    let judge = try GateJudge(
      version, manifestDigest: target.manifest.digest, scored: scored, defaultGates: [],
      in: registry
    ) { () throws(RegistryError) in try GateCandidate(target, inspector: inspector) }
    return try report(of: judge, on: version, in: registry)
  }

  /// What the gates would say of what training left, were it registered. Nothing is recorded.
  ///
  /// - Parameters:
  ///   - artifacts: The model, its metadata, signature and metrics, and perhaps held-out predictions.
  ///   - version: The version that it would become.
  ///   - actor: Who would register it.
  ///   - scored: Labelled rows that both scored for this.
  ///   - defaultGates: The gates where the policy has none.
  /// - Returns: A result for each gate.
  /// - Throws: ``RegistryError/noRegistry(path:)``,
  ///   ``RegistryError/invalidPolicy(path:field:expected:)``, or the error that names what is wrong with
  ///   the artifacts.
  public func gate(
    _ artifacts: ArtifactDirectory, as version: ModelVersion, by actor: String,
    scored: ScoredRows? = nil, defaultGates: [Gate] = []
  ) throws(RegistryError) -> GateReport {
    let registry = try openToRead()
    let judge = try GateJudge(
      version, manifestDigest: nil, scored: scored, defaultGates: defaultGates, in: registry
    ) { () throws(RegistryError) in
      try GateCandidate(
        artifacts, as: version, by: actor, inspector: inspector, fileSystem: fileSystem)
    }
    return try report(of: judge, on: version, in: registry)
  }

  private func report(
    of judge: GateJudge, on version: ModelVersion, in registry: RegistryDirectory
  ) throws(RegistryError) -> GateReport {
    if let report = try judge.report() { return report }
    let champion = try AliasRecord.read(.champion, in: registry.root)?.version
    return GateReport(version: version, champion: champion, results: [])
  }
}
