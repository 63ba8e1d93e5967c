extension ModelRegistry {
  /// What differs between two versions.
  ///
  /// - Parameters:
  ///   - before: An alias, a version or a range: the older side.
  ///   - after: The newer side.
  /// - Throws: What ``resolve(_:verifies:)`` throws, the integrity error that keeps a version from
  ///   being read, or ``RegistryError/invalidPolicy(path:field:expected:)``.
  public func diff(
    from before: ModelReference, to after: ModelReference
  ) throws(RegistryError) -> VersionDiff {
    let registry = try openToRead()
    return try VersionDiff(
      from: side(before, in: registry), to: side(after, in: registry),
      under: registry.policy().compatibility())
  }

  /// What differs between a version and what training left.
  ///
  /// - Parameters:
  ///   - before: An alias, a version or a range.
  ///   - artifacts: What training left; its files are hashed.
  /// - Throws: What ``diff(from:to:)-(ModelReference,ModelReference)`` throws, or the error that names
  ///   what is wrong with the artifacts.
  public func diff(
    from before: ModelReference, to artifacts: ArtifactDirectory
  ) throws(RegistryError) -> VersionDiff {
    let registry = try openToRead()
    return try VersionDiff(
      from: side(before, in: registry),
      to: DiffSide(artifacts, fileSystem: fileSystem, hasher: hasher),
      under: registry.policy().compatibility())
  }

  private func side(
    _ reference: ModelReference, in registry: RegistryDirectory
  ) throws(RegistryError) -> DiffSide {
    // Whoever compares may see what is withdrawn.
    let model = try resolve(reference, verifies: false, refusesYanked: false)
    // Never nil: only development files have no version, and they are in no registry.
    guard let version = model.version else { throw .noRegistry(path: path) }
    return try DiffSide(version, in: registry)
  }
}
