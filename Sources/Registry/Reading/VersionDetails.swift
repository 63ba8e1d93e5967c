/// Everything that the registry knows of one version.
public struct VersionDetails: Sendable, Equatable {
  /// Where it stands.
  public let summary: VersionSummary
  /// Its directory.
  public let directory: String
  /// What it is made of.
  public let manifest: Manifest
  /// Its evaluation.
  public let metrics: EvaluationMetrics
  /// What it takes and gives.
  public let signature: ModelSignature
  /// The line of the history that withdrew it; `nil` when it was not withdrawn.
  public let yank: JournalEntry?
  /// The lines of the history in which somebody vouched for it, oldest first.
  public let approvals: [JournalEntry]
}

extension ModelRegistry {
  /// Everything that the registry knows of the version that a reference means.
  ///
  /// - Parameter reference: An alias, a version or a range; not `.development`.
  /// - Returns: What the records say; the files themselves are not hashed.
  /// - Throws: What ``resolve(_:verifies:)`` throws.
  public func details(of reference: ModelReference) throws(RegistryError) -> VersionDetails {
    // Whoever looks may see what is withdrawn, and why.
    let model = try resolve(reference, verifies: false, refusesYanked: false)
    let registry = try openToRead()
    // Never nil: only development files have no version, and they are in no registry.
    guard let number = model.version else { throw .noRegistry(path: path) }
    let version = try VersionDirectory(number, in: registry)
    let summary = VersionSummary(
      number, in: registry, standings: try Standings(registry), metric: nil)
    if let problem = summary.problem { throw problem }
    let retirements = try registry.retirementsIfReadable()
    return VersionDetails(
      summary: summary, directory: model.directory, manifest: version.manifest,
      metrics: try EvaluationMetrics(version), signature: try model.readSignature(),
      yank: retirements.yanked[number], approvals: retirements.approvals[number] ?? [])
  }
}
