extension LintSubject {
  /// The files of a registered version; what is read was compared with its digest.
  init(_ version: VersionDirectory, inspector: ModelInspector?) throws(RegistryError) {
    let directory = version.directory
    names = Names(
      model: try version.modelName(), metadata: ArtifactKind.metadata.storedName,
      signature: ArtifactKind.signature.storedName, metrics: ArtifactKind.metrics.storedName)
    metadata = try version.object(.metadata)
    metrics = EvaluationMetrics(fields: try version.object(.metrics))
    signature = try ModelSignature(
      fields: version.object(.signature), path: directory.pathOf(names.signature))
    self.version = version.manifest.version
    holdout = try Self.holdout(names.holdout, in: directory) {
      (name) throws(RegistryError) in
      try version.read(name, limit: Self.maximumHoldoutBytes)
    }
    model = try Self.inspect(names.model, in: directory, inspector) {
      (name) throws(RegistryError) in try version.read(name, limit: Self.maximumModelBytes)
    }
  }

  /// The files that training left in a directory.
  init(
    _ artifacts: ArtifactDirectory, as version: ModelVersion?, inspector: ModelInspector?,
    fileSystem: any FileSystem
  ) throws(RegistryError) {
    let directory = try Directory.open(artifacts.path, fileSystem: fileSystem)
    var objects: [ArtifactKind: JSONObject] = [:]
    for item in artifacts.items where item.kind.isJSONObject {
      let bytes = try directory.regularFile(item.name).readAll(limit: JSONReader.maximumBytes)
      objects[item.kind] = try item.kind.value(in: bytes, path: directory.pathOf(item.name))
        .objectValue
    }
    try self.init(
      artifacts, objects: objects, as: version, inspector: inspector, modelIn: directory)
  }

  /// Files that were read already; `directory` is where the model is, under its name in `artifacts`
  /// or under the one that it is stored by.
  init(
    _ artifacts: ArtifactDirectory, objects: [ArtifactKind: JSONObject], as version: ModelVersion?,
    inspector: ModelInspector?, modelIn directory: Directory, isStored: Bool = false
  ) throws(RegistryError) {
    func item(_ kind: ArtifactKind) -> ArtifactDirectory.Item? {
      artifacts.items.first { $0.kind == kind }
    }
    func name(_ kind: ArtifactKind) -> String { item(kind)?.name ?? kind.sourceName }
    names = Names(
      model: name(.model), metadata: name(.metadata), signature: name(.signature),
      metrics: name(.metrics))
    metadata = objects[.metadata] ?? JSONObject()
    metrics = EvaluationMetrics(fields: objects[.metrics] ?? JSONObject())
    signature = try ModelSignature(
      fields: objects[.signature] ?? JSONObject(),
      path: PathText.join(artifacts.path, names.signature))
    self.version = version
    holdout = try Self.holdout(names.holdout, in: directory) {
      (name) throws(RegistryError) in
      try directory.regularFile(name).readAll(limit: Self.maximumHoldoutBytes)
    }
    let modelName = isStored ? item(.model)?.storedName ?? names.model : names.model
    model = try Self.inspect(modelName, in: directory, inspector) {
      (name) throws(RegistryError) in
      try directory.regularFile(name).readAll(limit: Self.maximumModelBytes)
    }
  }

  private static func holdout(
    _ name: String, in directory: Directory, read: (String) throws(RegistryError) -> [UInt8]
  ) throws(RegistryError) -> Holdout? {
    guard let status = try directory.status(of: name), status.kind != .directory,
      status.byteCount <= maximumHoldoutBytes
    else { return nil }
    return try holdout { () throws(RegistryError) in
      try HoldoutPredictions(bytes: read(name), path: name)
    }
  }

  /// Opens the model only where somebody can tell what is in it.
  private static func inspect(
    _ name: String, in directory: Directory, _ inspector: ModelInspector?,
    read: (String) throws(RegistryError) -> [UInt8]
  ) throws(RegistryError) -> ModelInspection? {
    guard let inspector, isInspected(name), let status = try directory.status(of: name),
      status.kind != .directory, status.byteCount <= maximumModelBytes
    else { return nil }
    return inspector(try read(name))
  }
}
