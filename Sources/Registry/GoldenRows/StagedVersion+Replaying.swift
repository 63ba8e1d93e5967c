extension StagedVersion {
  /// Has the model answer the golden rows, both as they were copied.
  ///
  /// - Returns: What became of them; `nil` where there is no replayer.
  /// - Throws: ``RegistryError/goldenRowDiffers(_:_:count:)``,
  ///   ``RegistryError/goldenRowsNotReplayed(_:reason:)``, or what ``GoldenRows/init(bytes:path:)``
  ///   throws. A model that nobody here can load is no error.
  func replay(
    _ artifacts: ArtifactDirectory, as version: ModelVersion, with replayer: GoldenRowsReplayer?
  ) throws(RegistryError) -> GoldenRowsOutcome? {
    guard let replayer else { return nil }
    let model = ResolvedModel(self, of: artifacts, as: version)
    guard try model.hasGoldenRows() else { return .absent }
    // An error names the file that the caller has, not its copy.
    if let path = artifacts.path(of: .goldenRows) { _ = try model.readGoldenRows(called: path) }
    let outcome = replayer(model)
    if let finding = outcome.finding(on: version) { throw finding }
    return outcome
  }
}

extension ResolvedModel {
  /// A version in the making: its files are as they were copied, and no manifest names them yet.
  fileprivate init(
    _ staged: StagedVersion, of artifacts: ArtifactDirectory, as version: ModelVersion
  ) {
    let directory = staged.directory
    let model = artifacts.items.first { $0.kind == .model }?.storedName
    self.init(
      reference: .exact(version), version: nil, directory: directory.path,
      modelPath: directory.pathOf(model ?? ArtifactKind.model.storedName),
      metadataPath: directory.pathOf(ArtifactKind.metadata.storedName),
      signaturePath: directory.pathOf(ArtifactKind.signature.storedName), manifestDigest: nil,
      yank: nil, fileSystem: directory.fileSystem, hasher: SHA256.self)
  }
}
