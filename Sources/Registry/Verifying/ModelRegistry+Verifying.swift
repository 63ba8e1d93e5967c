extension ModelRegistry {
  /// Compares versions, aliases and history with each other and with the bytes on disk.
  ///
  /// Every damage is found, not only the first. No lock is taken, and nothing is written but the
  /// fingerprints of versions that are as registered, where it is possible to write.
  ///
  /// - Parameters:
  ///   - version: The one version to look at; every version, alias and the history when `nil`.
  ///   - isQuick: Whether sizes are compared instead of digests.
  ///   - replayer: What answers the golden rows again of every version that is as registered, such as
  ///     `Predictor.replayGoldenRows(of:)` of Learners; nobody does when `nil`.
  /// - Returns: What was found.
  /// - Throws: ``RegistryError/noRegistry(path:)``, ``RegistryError/noSuchVersion(_:registry:known:)``,
  ///   or a file error that keeps it from looking.
  /// - Complexity: One pass over the bytes of the versions, and what the replayer takes.
  public func verify(
    _ version: ModelVersion? = nil, quick isQuick: Bool = false,
    replayer: GoldenRowsReplayer? = nil
  ) throws(RegistryError) -> Verification {
    let registry = try RegistryDirectory.openToRead(
      path, fileSystem: fileSystem, hasher: hasher)
    var verifier = try Verifier(registry: registry, depth: isQuick ? .sizes : .contents)
    if let version {
      guard try registry.root.status(of: version.description) != nil else {
        try registry.retirementsIfReadable().refusePruned(version)
        throw .noSuchVersion(version, registry: path, known: try registry.versions())
      }
      verifier.verify(version)
    } else {
      // What the history says was registered is never removed.
      let versions = verifier.finished.union(try registry.versions())
      for version in versions.sorted() { verifier.verify(version) }
      let aliases = verifier.knownAliases.union(try registry.aliases())
      for alias in aliases.sorted(by: { $0.description < $1.description }) {
        verifier.verify(alias)
      }
      verifier.verifyHistory()
      verifier.verifyPolicy()
    }
    var result = verifier.result
    if let replayer { try replay(verifier.soundVersions, with: replayer, into: &result) }
    return result
  }
}
