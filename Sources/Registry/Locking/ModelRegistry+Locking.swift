extension ModelRegistry {
  /// Pins what a reference means now; every file is hashed first.
  ///
  /// - Parameter reference: An alias, a version or a range.
  /// - Returns: What a lock file holds.
  /// - Throws: As ``resolve(_:verifies:)``.
  public func lock(_ reference: ModelReference = .alias(.champion)) throws(RegistryError)
    -> ModelLock
  {
    guard
      let manifest = try resolve(
        reference, verifies: true, refusesYanked: true, trustsFingerprint: false
      ).readManifest()
    else {
      throw .noVersionNamed(registry: path)
    }
    return ModelLock(reference, manifest: manifest, at: clock())
  }

  /// Where the version is that was locked, which must be the same to the last byte.
  ///
  /// - Parameters:
  ///   - lock: What was pinned.
  ///   - verifies: Whether every file is hashed; see ``resolve(_:verifies:)``.
  /// - Returns: Where its files are.
  /// - Throws: ``RegistryError/notAsLocked(path:version:)`` when the version is another one by now,
  ///   and as ``resolve(_:verifies:)``.
  public func resolve(locked lock: ModelLock, verifies: Bool = true) throws(RegistryError)
    -> ResolvedModel
  {
    let model = try resolve(.exact(lock.version), verifies: verifies)
    let manifest = try model.readManifest()
    let hashes = manifest?.files.map { ModelLock.Hash(path: $0.path, digest: $0.digest) }
    guard model.manifestDigest == lock.manifestDigest, hashes == lock.hashes else {
      throw .notAsLocked(
        path: PathText.join(model.directory, Manifest.fileName), version: lock.version)
    }
    return model
  }
}
