/// A model that a reference led to: where its files are, and which version it is.
public struct ResolvedModel: Sendable {
  /// What was asked for.
  public let reference: ModelReference
  /// The version; `nil` for the development files in `artifacts/`.
  public let version: ModelVersion?
  /// The directory of the version, or of the development model.
  public let directory: String
  /// The model: a file, or a directory.
  public let modelPath: String
  /// The metadata.
  public let metadataPath: String
  /// The signature.
  public let signaturePath: String
  /// The digest of the version's manifest, which pins every file; `nil` for the development files.
  public let manifestDigest: SHA256Digest?
  /// The line of the history that withdrew the version, when it was asked for by its number all
  /// the same.
  public let yank: JournalEntry?
  let fileSystem: any FileSystem
  let hasher: any SHA256Hasher.Type

  /// The bytes of the model file. What is returned was hashed: nothing can change between the
  /// check and the use.
  ///
  /// - Throws: ``RegistryError/damagedFile(path:_:)`` when it is not what was registered, or a
  ///   file error; a model that is a directory is one.
  public func readModel() throws(RegistryError) -> [UInt8] { try read(modelPath) }

  /// The metadata, checked like the model.
  public func readMetadata() throws(RegistryError) -> JSONObject { try readObject(metadataPath) }

  /// The signature, checked like the model.
  public func readSignature() throws(RegistryError) -> ModelSignature {
    try ModelSignature(fields: readObject(signaturePath), path: signaturePath)
  }

  /// Whether it has golden rows.
  ///
  /// - Throws: As ``readManifest()``, or a file error.
  public func hasGoldenRows() throws(RegistryError) -> Bool {
    let name = ArtifactKind.goldenRows.storedName
    let directory = try Directory.open(directory, fileSystem: fileSystem)
    guard let manifest = try manifest(in: directory) else {
      return try directory.status(of: name) != nil
    }
    return manifest.files.contains { $0.path == name }
  }

  /// The golden rows, checked like the model.
  ///
  /// - Throws: ``RegistryError/damagedFile(path:_:)`` or ``RegistryError/noSuchFile(path:)`` where there
  ///   are none, and what ``GoldenRows/init(bytes:path:)`` throws.
  public func readGoldenRows() throws(RegistryError) -> GoldenRows {
    let path = PathText.join(directory, ArtifactKind.goldenRows.storedName)
    return try readGoldenRows(called: path)
  }

  /// The same; errors about what is in the file name it as `name`.
  func readGoldenRows(called name: String) throws(RegistryError) -> GoldenRows {
    let path = PathText.join(directory, ArtifactKind.goldenRows.storedName)
    return try GoldenRows(bytes: read(path), path: name)
  }

  /// The manifest of the version; `nil` for the development files.
  ///
  /// - Throws: ``RegistryError/damagedFile(path:_:)`` when it is not the one that was resolved, or a
  ///   file error.
  public func readManifest() throws(RegistryError) -> Manifest? {
    guard version != nil else { return nil }
    return try manifest(in: .open(directory, fileSystem: fileSystem))
  }

  private func manifest(in directory: Directory) throws(RegistryError) -> Manifest? {
    guard let version else { return nil }
    let manifest: Manifest
    do { manifest = try Manifest(of: version, in: directory) } catch {
      guard case .noSuchFile(let path) = error else { throw error }
      throw .damagedFile(path: path, .missing)
    }
    guard manifest.digest == manifestDigest else {
      throw .damagedFile(path: directory.pathOf(Manifest.fileName), .content)
    }
    return manifest
  }

  private func readObject(_ path: String) throws(RegistryError) -> JSONObject {
    try RecordFile.object(read(path), path: path).fields
  }

  private func read(_ path: String) throws(RegistryError) -> [UInt8] {
    let (parent, name) = PathText.split(path)
    let directory = try Directory.open(parent, fileSystem: fileSystem)
    guard let manifest = try manifest(in: directory) else {
      return try directory.regularFile(name).readAll(limit: Self.maximumModelBytes)
    }
    let version = VersionDirectory(directory: directory, manifest: manifest, hasher: hasher)
    return try version.read(name, limit: Self.maximumModelBytes)
  }

  /// A model is read into memory whole.
  static let maximumModelBytes = 16 << 30
}
