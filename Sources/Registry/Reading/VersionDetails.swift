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
}

extension ModelRegistry {
  /// Everything that the registry knows of the version that a reference means.
  ///
  /// - Throws: What ``resolve(_:verifies:)`` throws.
  public func details(of reference: ModelReference) throws(RegistryError) -> VersionDetails {
    let model = try resolve(reference, verifies: false)
    let registry = try RegistryDirectory.openToRead(path, fileSystem: fileSystem)
    guard let number = model.version,
      let summary = try versions().first(where: { $0.version == number })
    else { throw .noRegistry(path: path) }
    let version = try VersionDirectory(number, in: registry)
    return VersionDetails(
      summary: summary, directory: model.directory, manifest: version.manifest,
      metrics: try EvaluationMetrics(version), signature: try model.readSignature())
  }
}
