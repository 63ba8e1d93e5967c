extension ModelRegistry {
  /// Makes this registry from a copy: a directory or a tar archive that ``export(toDirectory:)`` or
  /// ``export(toArchive:)`` wrote, or another program in the same form.
  ///
  /// Everything is verified, as ``verify(_:quick:replayer:)`` does it, beside the registry's place, before one
  /// rename gives it its name. On failure nothing is left.
  ///
  /// - Parameter source: A directory, or an archive.
  /// - Returns: What was verified.
  /// - Throws: ``RegistryError/fileInTheWay(path:)`` when this registry is there already,
  ///   ``RegistryError/damagedArchive(path:_:)``, ``RegistryError/unfitImport(path:finding:)``, or a
  ///   file error.
  @discardableResult
  public func importCopy(from source: String) throws(RegistryError) -> Verification {
    let file = try FileSource(regularFile: source)
    guard try file.isDirectory() else { return try importArchive(file, path: source) }
    let other = try RegistryDirectory.openToRead(source, fileSystem: fileSystem, hasher: hasher)
    let snapshot = try RegistrySnapshot(other, lockTimeoutSeconds: lockTimeoutSeconds)
    return try make(from: source) { copy throws(RegistryError) in try snapshot.copy(to: &copy) }
  }

  /// Makes this registry from a tar archive that is read as it comes; see ``importCopy(from:)``.
  package func importArchive(
    _ source: some ByteSource, path: String
  ) throws(RegistryError) -> Verification {
    var reader = TarReader(source, path: path)
    return try make(from: path) { copy throws(RegistryError) in
      var importer = ArchiveImporter(path: path)
      try importer.copy(&reader, to: &copy)
    }
  }

  private func make(
    from source: String, _ fill: (inout NewDirectory) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Verification {
    var copy = try NewDirectory(path, mayBeEmpty: true, fileSystem: fileSystem)
    do throws(RegistryError) {
      try fill(&copy)
      try copy.seal()
      let staged = ModelRegistry(
        at: copy.stagedPath, fileSystem: fileSystem, hasher: hasher,
        lockTimeoutSeconds: lockTimeoutSeconds,
        clock: clock)
      let verification = try staged.verify()
      if let finding = verification.findings.first {
        let message = finding.message.replacing(copy.stagedPath + "/", with: "")
        throw RegistryError.unfitImport(path: source, finding: message)
      }
      if verification.versionCount == 0, !copy.hasOwnDirectory { throw .noRegistry(path: source) }
      try copy.finish()
      return verification
    } catch {
      copy.discard()
      throw error
    }
  }
}
