/// What of a version others build on: what it takes and gives, and what kind of model it is.
struct ModelContract: Sendable, Equatable {
  let signature: ModelSignature
  /// The probability from which on a row is positive.
  let threshold: Double?
  /// The family of algorithms.
  let family: String?
  /// What stands behind the dot of the model file's name; empty for a directory.
  let format: String

  init(signature: ModelSignature, threshold: Double?, family: String?, format: String) {
    self.signature = signature
    self.threshold = threshold
    self.family = family
    self.format = format
  }

  private init(
    modelName: String, baseName: String,
    read: (ArtifactKind) throws(RegistryError) -> (fields: JSONObject, path: String)
  ) throws(RegistryError) {
    let file = try read(.signature)
    signature = try ModelSignature(fields: file.fields, path: file.path)
    let metadata = try read(.metadata).fields
    family = metadata["model_family"]?.stringValue
    let stated = metadata["threshold_policy"]?["threshold_value"]?.doubleValue
    let metrics = try read(.metrics).fields
    threshold = stated ?? metrics["threshold"]?.doubleValue
    format = String(modelName.dropFirst(baseName.count).drop { $0 == "." })
  }

  /// The contract of a registered version.
  ///
  /// - Throws: The integrity error that keeps it from being read.
  init(_ version: VersionDirectory) throws(RegistryError) {
    do {
      try self.init(modelName: version.modelName(), baseName: ArtifactKind.model.storedName) {
        (kind) throws(RegistryError) in
        (try version.object(kind), version.directory.pathOf(kind.storedName))
      }
    } catch {
      // A manifest of another tool may not list what every version must have.
      if case .noSuchFile(let path) = error { throw .damagedFile(path: path, .missing) }
      throw error
    }
  }

  /// The contract of a version in the making, whose files have their names already.
  init(staged directory: Directory) throws(RegistryError) {
    let base = ArtifactKind.model.storedName
    let model = try directory.entries().map(\.name).first {
      $0 == base || $0.hasPrefix(base + ".")
    }
    try self.init(modelName: model ?? base, baseName: base) { (kind) throws(RegistryError) in
      try Self.object(kind.storedName, in: directory)
    }
  }

  /// The contract of what training left.
  ///
  /// - Throws: The error that `register` would throw for a file that is not fit.
  init(_ artifacts: ArtifactDirectory, fileSystem: any FileSystem) throws(RegistryError) {
    let directory = try Directory.open(artifacts.path, fileSystem: fileSystem)
    func name(_ kind: ArtifactKind) -> String {
      artifacts.items.first { $0.kind == kind }?.name ?? kind.sourceName
    }
    let stored = artifacts.items.first { $0.kind == .model }?.storedName
    let base = ArtifactKind.model.storedName
    do {
      try self.init(modelName: stored ?? base, baseName: base) { (kind) throws(RegistryError) in
        try Self.object(name(kind), in: directory)
      }
    } catch {
      switch error {
      case .invalidField(let path, let field, let expected):
        throw .unfitArtifact(path: path, field: field, expected: expected)
      case .invalidJSON(let path, let flaw): throw .invalidArtifactJSON(path: path, flaw)
      default: throw error
      }
    }
  }

  private static func object(
    _ name: String, in directory: Directory
  ) throws(RegistryError) -> (fields: JSONObject, path: String) {
    (try directory.object(name), directory.pathOf(name))
  }
}
