extension ModelRegistry {
  /// Copies the files of one version to a new directory, which belongs to no registry and can be written to.
  /// Every file is compared with its manifest on the way. The directory appears whole or not at all.
  ///
  /// - Parameters:
  ///   - model: A model that was resolved in this registry.
  ///   - path: Where to; nothing may be there.
  ///   - files: What lies beside the copies.
  /// - Throws: ``RegistryError/fileInTheWay(path:)`` where something is there, or a copied file has the
  ///   name of one that is added; ``RegistryError/noVersionNamed(registry:)`` for a development model; an
  ///   integrity error, or a file error.
  package func export(
    _ model: ResolvedModel, toDirectory path: String, adding files: [ArtifactDirectory.NewFile]
  ) throws(RegistryError) {
    guard let number = model.version else { throw .noVersionNamed(registry: self.path) }
    let version = try VersionDirectory(number, in: openToRead())
    guard version.manifest.digest == model.manifestDigest else {
      throw .damagedFile(path: version.directory.pathOf(Manifest.fileName), .content)
    }
    let names = version.manifest.registeredNames
    if let taken = files.first(where: { names.contains($0.name, isDirectory: false) }) {
      throw .fileInTheWay(path: version.directory.pathOf(taken.name))
    }
    var copy = try NewDirectory(path, mayBeEmpty: false, fileSystem: fileSystem)
    do throws(RegistryError) {
      try version.copy(to: &copy, below: "", isSealed: false)
      for file in files { try copy.addFile(file.name, file.bytes) }
      try copy.seal()
      try copy.finish()
    } catch {
      copy.discard()
      throw error
    }
  }
}
