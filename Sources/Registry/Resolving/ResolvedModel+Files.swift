extension ResolvedModel {
  /// A model file that is in no registry, with its metadata and signature.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - metadata: Its metadata; when `nil`, the file beside the model that has the name of metadata.
  ///   - signature: Its signature; when `nil`, the file beside the model that has the name of one.
  /// - Throws: ``RegistryError/missingBeside(model:kind:)`` where there is none, or a file error.
  public init(
    model: String, metadata: String? = nil, signature: String? = nil
  ) throws(RegistryError) {
    let fileSystem = PosixFileSystem()
    func beside(_ kind: ArtifactKind) throws(RegistryError) -> String {
      let directory = PathText.split(model).directory
      let found = try ArtifactDirectory.find(kind, in: directory, fileSystem: fileSystem)
      guard let found else { throw .missingBeside(model: model, kind: kind) }
      return found
    }
    guard try Self.exists(model, fileSystem) else { throw .noSuchFile(path: model) }
    let metadataPath = if let metadata { metadata } else { try beside(.metadata) }
    let signaturePath = if let signature { signature } else { try beside(.signature) }
    self.init(developmentModel: model, metadata: metadataPath, signature: signaturePath)
  }

  /// The bytes of a model file that nothing else is known of.
  ///
  /// - Throws: ``RegistryError/noSuchFile(path:)``, ``RegistryError/notARegularFile(path:)`` or a file error.
  package static func modelBytes(at path: String) throws(RegistryError) -> [UInt8] {
    let (parent, name) = PathText.split(path)
    let directory = try Directory.open(parent, fileSystem: PosixFileSystem())
    return try directory.regularFile(name).readAll(limit: maximumModelBytes)
  }
}
