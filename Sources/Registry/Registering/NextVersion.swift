/// The number that a model may be registered as, and why.
public struct NextVersion: Sendable, Equatable {
  /// The lowest one that is legal and free.
  public let version: ModelVersion
  /// The release that the model was compared with; `nil` when there is none.
  public let baseline: ModelVersion?
  /// How the two fit together; `nil` where they were not compared.
  public let compatibility: Compatibility?

  package init(
    version: ModelVersion, baseline: ModelVersion?, compatibility: Compatibility?
  ) {
    self.version = version
    self.baseline = baseline
    self.compatibility = compatibility
  }
}

extension ModelRegistry {
  /// The smallest version that what training left may be registered as.
  ///
  /// - Parameters:
  ///   - artifacts: What training left.
  ///   - baseline: The release that it follows; the highest registered one, neither yanked nor pruned,
  ///     when `nil`.
  ///   - part: The part of the number that is to rise, whatever changed; `nil` finds out which one has
  ///     to.
  /// - Returns: v1.0.0 where nothing is registered.
  /// - Throws: An integrity error when the baseline cannot be read, the error that names what is wrong
  ///   with the artifacts, ``RegistryError/invalidPolicy(path:field:expected:)``, or
  ///   ``RegistryError/noSuchVersion(_:registry:known:)``.
  public func nextVersion(
    for artifacts: ArtifactDirectory, since baseline: ModelVersion? = nil,
    raising part: VersionBump? = nil
  ) throws(RegistryError) -> NextVersion {
    let contract = try ModelContract(artifacts, fileSystem: fileSystem)
    let registry: RegistryDirectory
    do { registry = try openToRead() } catch {
      guard case .noRegistry = error, baseline == nil else { throw error }
      return NextVersion(version: .first, baseline: nil, compatibility: nil)
    }
    let numbers = try TakenNumbers(in: registry)
    let highest = try registry.baseline()
    guard var start = baseline ?? highest else {
      return NextVersion(
        version: try numbers.free(from: .first), baseline: nil, compatibility: nil)
    }
    if let part {
      let version = try numbers.free(from: start.raising(part))
      return NextVersion(version: version, baseline: start, compatibility: nil)
    }
    while true {
      let compatibility = try registry.compatibility(of: contract, with: start)
      let version = try numbers.free(from: compatibility.smallestVersion(after: start))
      // Numbers that are taken may lead past another release, with which it will be compared.
      guard let below = try registry.baseline(below: version), below > start else {
        return NextVersion(version: version, baseline: start, compatibility: compatibility)
      }
      start = below
    }
  }
}

/// The numbers that no version can have any more.
private struct TakenNumbers {
  private let registry: RegistryDirectory
  private let journal: Journal?
  private let retirements: Retirements

  init(in registry: RegistryDirectory) throws(RegistryError) {
    self.registry = registry
    let (journal, retirements) = try registry.journalAndRetirements()
    self.journal = try? journal.get()
    self.retirements = retirements
  }

  /// The version itself, or the next patch after it that is free.
  func free(from version: ModelVersion) throws(RegistryError) -> ModelVersion {
    var version = version
    while try isTaken(version) { version = try version.raising(.patch) }
    return version
  }

  private func isTaken(_ version: ModelVersion) throws(RegistryError) -> Bool {
    try registry.root.status(of: version.description) != nil
      || retirements.pruned[version] != nil || journal?.registration(of: version) != nil
  }
}
