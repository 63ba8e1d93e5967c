extension ModelRegistry {
  /// Where the model is that a reference means; nothing ever falls back to another one.
  ///
  /// - Parameters:
  ///   - reference: An alias, a version or a range.
  ///   - verifies: Whether every file of the version is hashed, unless a fingerprint shows that
  ///     nothing changed since that was done; otherwise the seals, the digest of the manifest and the
  ///     sizes are checked.
  /// - Returns: Where its files are.
  /// - Throws: An error that says what was looked for, where, and what is there instead;
  ///   or the integrity error that names what is damaged.
  ///   `.development` is in no registry: see
  ///   ``ResolvedModel/resolve(_:in:environment:verifies:)``.
  public func resolve(
    _ reference: ModelReference, verifies: Bool = true
  ) throws(RegistryError) -> ResolvedModel {
    try resolve(reference, verifies: verifies, refusesYanked: true)
  }

  /// The same; `refusesYanked` says whether the policy is asked about a version that was yanked, and
  /// `trustsFingerprint` whether files are hashed although nothing seems to have changed.
  package func resolve(
    _ reference: ModelReference, verifies: Bool, refusesYanked: Bool,
    trustsFingerprint: Bool = true
  ) throws(RegistryError) -> ResolvedModel {
    let registry = try RegistryDirectory.openToRead(
      path, fileSystem: fileSystem, hasher: hasher)
    let found = try version(for: reference, in: registry, refusesYanked: refusesYanked)
    if trustsFingerprint, let model = fingerprinted(found, reference, in: registry) { return model }
    let version = try VersionDirectory(found.version, in: registry)
    if let pinned = found.manifestDigest, pinned != version.manifest.digest, let alias = found.alias
    {
      throw .manifestReplaced(path: version.directory.pathOf(Manifest.fileName), alias: alias)
    }
    try version.check(verifies ? .contents : .sizes)
    return resolved(
      reference, to: found, modelName: try version.modelName(),
      manifestDigest: version.manifest.digest, in: registry)
  }

  /// What can be said without reading a file of the version; `nil` when its files must be hashed.
  private func fingerprinted(
    _ found: Found, _ reference: ModelReference, in registry: RegistryDirectory
  ) -> ResolvedModel? {
    guard let fingerprint = registry.fingerprint(of: found.version),
      found.manifestDigest == nil || found.manifestDigest == fingerprint.manifestDigest,
      let modelName = fingerprint.modelName
    else { return nil }
    return resolved(
      reference, to: found, modelName: modelName,
      manifestDigest: fingerprint.manifestDigest, in: registry)
  }

  private func resolved(
    _ reference: ModelReference, to found: Found, modelName: String,
    manifestDigest: SHA256Digest, in registry: RegistryDirectory
  ) -> ResolvedModel {
    let directory = registry.root.pathOf(found.version.description)
    return ResolvedModel(
      reference: reference, version: found.version, directory: directory,
      modelPath: PathText.join(directory, modelName),
      metadataPath: PathText.join(directory, ArtifactKind.metadata.storedName),
      signaturePath: PathText.join(directory, ArtifactKind.signature.storedName),
      manifestDigest: manifestDigest, yank: found.yank, fileSystem: fileSystem, hasher: hasher)
  }

  private struct Found {
    let version: ModelVersion
    var alias: AliasName?
    var manifestDigest: SHA256Digest?
    var yank: JournalEntry?
  }

  private func version(
    for reference: ModelReference, in registry: RegistryDirectory, refusesYanked: Bool
  ) throws(RegistryError) -> Found {
    switch reference {
    case .development: throw .noVersionNamed(registry: path)
    case .exact(let version):
      let retirements = try registry.retirementsIfReadable()
      try retirements.refusePruned(version)
      let yank = retirements.yanked[version]
      if refusesYanked, let yank, try registry.policy().yankedVersions() == .refuse {
        throw .yanked(version, by: yank.actor, reason: yank.reason)
      }
      return Found(version: version, yank: yank)
    case .alias(let alias):
      guard let record = try AliasRecord.read(alias, in: registry.root) else {
        throw .noSuchAlias(alias, registry: path, known: try registry.aliases())
      }
      return Found(version: record.version, alias: alias, manifestDigest: record.manifestDigest)
    case .requirement(let requirement):
      let retirements = try registry.retirements()
      let versions = try registry.versions().filter { retirements.yanked[$0] == nil }
      guard let version = versions.last(where: requirement.accepts) else {
        throw .nothingSatisfies(requirement, registry: path, known: versions)
      }
      return Found(version: version)
    }
  }
}
