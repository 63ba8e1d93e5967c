extension ResolvedModel {
  /// The model that the environment means: the one call that serving code needs.
  ///
  /// `MODEL_VERSION` says which (an alias, a version, a range); `REGISTRY_DIR` where (by default
  /// `models/registry`). With `MODEL_VERSION` unset or empty it is the development model in
  /// `artifacts/`, or the files that `MODEL_PATH`, `METADATA_PATH` and `SIGNATURE_PATH` name.
  ///
  /// - Parameters:
  ///   - reference: In place of `MODEL_VERSION`.
  ///   - registry: In place of `REGISTRY_DIR`.
  ///   - environment: How a variable is looked up.
  ///   - verifies: See ``ModelRegistry/resolve(_:verifies:)``.
  /// - Returns: Where its files are.
  /// - Throws: As ``ModelRegistry/resolve(_:verifies:)``; for the development model
  ///   ``RegistryError/noDevelopmentModel(path:variable:)``.
  public static func resolve(
    _ reference: ModelReference? = nil, in registry: ModelRegistry? = nil,
    environment: (String) -> String? = ProcessEnvironment.value, verifies: Bool = true
  ) throws(RegistryError) -> ResolvedModel {
    let asked =
      if let reference { reference } else { try ModelReference(environment("MODEL_VERSION") ?? "") }
    if asked == .development { return try development(environment) }
    let directory = environment("REGISTRY_DIR").flatMap { $0.isEmpty ? nil : $0 }
    let registry = registry ?? ModelRegistry(at: directory ?? ModelRegistry.defaultPath)
    return try registry.resolve(asked, verifies: verifies)
  }

  private static func development(
    _ environment: (String) -> String?
  ) throws(RegistryError) -> ResolvedModel {
    let fileSystem = PosixFileSystem()
    func path(_ kind: ArtifactKind, _ variable: String) throws(RegistryError) -> String {
      if let named = environment(variable), !named.isEmpty {
        guard try exists(named, fileSystem) else {
          throw .noDevelopmentModel(path: named, variable: variable)
        }
        return named
      }
      let found = try ArtifactDirectory.find(kind, in: "artifacts", fileSystem: fileSystem)
      guard let found else {
        throw .noDevelopmentModel(
          path: PathText.join("artifacts", kind.sourcePattern), variable: variable)
      }
      return found
    }
    return ResolvedModel(
      developmentModel: try path(.model, "MODEL_PATH"),
      metadata: try path(.metadata, "METADATA_PATH"),
      signature: try path(.signature, "SIGNATURE_PATH"))
  }

  /// The files that training left in a directory.
  package init(_ artifacts: ArtifactDirectory) {
    func path(_ kind: ArtifactKind) -> String { artifacts.path(of: kind) ?? kind.sourceName }
    self.init(
      developmentModel: path(.model), metadata: path(.metadata), signature: path(.signature))
  }

  init(developmentModel model: String, metadata: String, signature: String) {
    self.init(
      reference: .development, version: nil, directory: PathText.split(model).directory,
      modelPath: model, metadataPath: metadata, signaturePath: signature, manifestDigest: nil,
      yank: nil, fileSystem: PosixFileSystem(), hasher: SHA256.self)
  }

  static func exists(
    _ path: String, _ fileSystem: any FileSystem
  ) throws(RegistryError) -> Bool {
    let (parent, name) = PathText.split(path)
    do {
      return try Directory.open(parent, fileSystem: fileSystem).status(of: name) != nil
    } catch {
      if case .noSuchFile = error { return false }
      throw error
    }
  }
}
