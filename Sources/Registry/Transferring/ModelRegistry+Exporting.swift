extension ModelRegistry {
  /// Copies the registry, with its history, to a new directory: one consistent state of it.
  ///
  /// Versions, alias files, `policy.json` and the history are copied, what is unfinished is not.
  /// Every file of a version is compared with its manifest on the way. The directory appears whole
  /// or not at all.
  ///
  /// - Parameter path: Where to; nothing may be there.
  /// - Throws: ``RegistryError/fileInTheWay(path:)``, an integrity error of this registry,
  ///   ``RegistryError/busy(path:holder:waitedSeconds:)`` or a file error.
  public func export(toDirectory path: String) throws(RegistryError) {
    let snapshot = try snapshot()
    var copy = try NewDirectory(path, mayBeEmpty: false, fileSystem: fileSystem)
    do throws(RegistryError) {
      try snapshot.copy(to: &copy)
      try copy.seal()
      try copy.finish()
    } catch {
      copy.discard()
      throw error
    }
  }

  /// Copies the registry, with its history, to a new tar archive; see ``export(toDirectory:)``.
  ///
  /// - Parameter path: Where to; nothing may be there.
  /// - Throws: As ``export(toDirectory:)``.
  public func export(toArchive path: String) throws(RegistryError) {
    let snapshot = try snapshot()
    let file = try OutputFile(newPath: path, fileSystem: fileSystem)
    do throws(RegistryError) {
      try write(snapshot) { bytes throws(RegistryError) in try file.write(bytes) }
    } catch {
      file.discard()
      throw error
    }
    try file.finish()
  }

  /// Writes the registry, with its history, as a tar archive; see ``export(toDirectory:)``.
  ///
  /// - Parameter output: Takes the bytes of the archive, one block after the other. What was handed
  ///   out before something is thrown is no archive: it lacks its end.
  /// - Throws: As ``export(toDirectory:)``, and what `output` throws.
  public func export(
    archiveTo output: @escaping ([UInt8]) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    try write(snapshot(), to: output)
  }

  private func write(
    _ snapshot: RegistrySnapshot, to output: @escaping ([UInt8]) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var writer = TarWriter(modifiedAt: clock(), to: output)
    try snapshot.copy(to: &writer)
    try writer.finish()
  }

  private func snapshot() throws(RegistryError) -> RegistrySnapshot {
    let registry = try openToRead()
    return try RegistrySnapshot(registry, lockTimeoutSeconds: lockTimeoutSeconds)
  }
}
