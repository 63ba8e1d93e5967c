extension ModelRegistry {
  /// Copies what training handed over, immutable, to a new version.
  ///
  /// The version appears whole or not at all: everything is copied, hashed and synced below
  /// `.registry/staging/`, and one exclusive rename gives it its name. When this returns, the
  /// version is on the disk. What lint finds wrong is refused before. The lock is held for that
  /// rename and the line in the history, and not while files are copied.
  ///
  /// - Parameters:
  ///   - artifacts: The model, its metadata, signature and metrics, and what else is there.
  ///   - version: The number, which nobody has used before.
  ///   - actor: Who registers.
  ///   - notes: What a reader should know, stored as given.
  ///   - baseline: A directory with the monitoring baseline, in place of the one in `artifacts`.
  ///   - include: Further files or directories, stored under their own names.
  ///   - reason: Why the number may be too small for what changed since the release below it, or why
  ///     that release need not be read; kept in the manifest when it was needed.
  ///   - unsafeReason: Why a file may be registered that is dangerous to load with the library that made it;
  ///     kept in the manifest when it was needed.
  ///   - replayer: What answers golden rows with the model that was copied, such as
  ///     `Predictor.replayGoldenRows(of:)` of Learners; nobody does when `nil`.
  /// - Returns: The manifest of the new version.
  /// - Throws: ``RegistryError/alreadyRegistered(_:suggestion:)``,
  ///   ``RegistryError/versionTooSmall(_:smallest:baseline:_:)``,
  ///   ``RegistryError/refusedByLint(path:_:)``, ``RegistryError/refusedByScan(path:_:)``, an error that names the artifact that is missing or
  ///   unfit, ``RegistryError/goldenRowDiffers(_:_:count:)``,
  ///   ``RegistryError/goldenRowsNotReplayed(_:reason:)``,
  ///   ``RegistryError/invalidPolicy(path:field:expected:)``,
  ///   ``RegistryError/busy(path:holder:waitedSeconds:)`` or a file error.
  ///   The version is then not there, unless what failed is the flush after the rename, and the
  ///   message says so.
  /// - Complexity: One pass over the bytes of the artifacts, and what the replayer takes.
  @discardableResult
  public func register(
    _ artifacts: ArtifactDirectory, as version: ModelVersion, by actor: String,
    notes: String = "", baseline: String? = nil, include: [String] = [],
    allowingIncompatible reason: String? = nil, allowingUnsafe unsafeReason: String? = nil,
    replayer: GoldenRowsReplayer? = nil
  ) throws(RegistryError) -> Registration {
    let registry = try RegistryDirectory.openToWrite(path, fileSystem: fileSystem, hasher: hasher)
    try refuseExisting(version, in: registry)
    var staged = try StagedVersion(version, in: registry.staging(), hasher: hasher)
    let manifest: Manifest
    let report: LintReport
    let step: VersionStep
    let safety: SafetyStep
    let goldenRows: GoldenRowsOutcome?
    let lock: WriterLock
    do {
      let objects = try staged.add(artifacts, replacingBaseline: baseline != nil)
      report = try lint(staged, of: artifacts, objects: objects, as: version, in: registry)
      if let baseline { try staged.add(baseline: baseline) }
      for extra in include { try staged.add(path: extra, as: PathText.split(extra).name) }
      safety = try SafetyStep(
        staged, named: artifacts.scannedNames + include.map { PathText.split($0).name },
        of: artifacts, allowing: unsafeReason)
      var lineage = try Manifest.Lineage(objects, in: artifacts)
      step = try VersionStep(
        to: version, ModelContract(staged: staged.directory), in: registry, allowing: reason)
      goldenRows = try staged.replay(artifacts, as: version, with: replayer)
      lineage.parent = try registry.versions().last { $0 < version }
      let files = staged.files.sorted {
        $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
      }
      let text = try Manifest.text(
        version: version, createdAt: clock(), registeredBy: actor, notes: notes, files: files,
        lineage: lineage, allowance: step.allowance, unsafe: safety.allowance)
      try staged.write(manifest: text)
      manifest = try Manifest(RecordFile(text, path: Manifest.fileName), of: version)
      // Under the lock, so that nobody uses and prunes the number between the look and the rename.
      lock = try registry.lock(
        for: "register \(version)", timeoutSeconds: lockTimeoutSeconds)
      try commit(staged, as: version, after: step, in: registry, under: lock)
    } catch {
      staged.discard()
      throw error
    }
    defer { withExtendedLifetime(lock) {} }
    try registry.root.file.sync()
    // Only now: a directory that is not writable cannot be moved.
    try staged.directory.sealMode()
    let failure = historyFailure(of: version, in: registry, under: lock)
    // Last, since a missing line of the history has the version's directory sealed once more.
    leaveFingerprint(of: staged, manifest: manifest, in: registry)
    return Registration(
      manifest: manifest, lint: report, scan: safety.findings, historyFailure: failure,
      compatibility: step.compatibility, goldenRows: goldenRows)
  }

  /// What was hashed as it was copied need not be hashed by the first who resolves it.
  private func leaveFingerprint(
    of staged: StagedVersion, manifest: Manifest, in registry: RegistryDirectory
  ) {
    let draft = FingerprintDraft(
      manifest.version, manifest: manifest, in: registry, isFlushed: true)
    let version = VersionDirectory(
      directory: staged.directory, manifest: manifest, hasher: hasher)
    if draft?.agrees(with: staged.states) == true, (try? version.refuseUnregistered()) != nil {
      draft?.keep()
    } else {
      draft?.discard()
    }
  }

  private func refuseExisting(
    _ version: ModelVersion, in registry: RegistryDirectory
  ) throws(RegistryError) {
    guard try registry.root.status(of: version.description) == nil else {
      // Who registered it may have been killed before the name was on the disk.
      try registry.root.file.sync()
      throw alreadyRegistered(version, in: registry)
    }
    // After the look at the name: a version that is being pruned has its line before its name goes.
    let (journal, retirements) = try registry.journalAndRetirements()
    if let line = retirements.pruned[version] {
      throw .numberTaken(version, prunedBy: line.actor, suggestion: suggestion(version, registry))
    }
    // Which numbers were used, only the history knows when it is no file at all.
    if case .failure(let error) = journal, case .damagedFile = error { throw error }
    if case .success(let journal) = journal, journal.registration(of: version) != nil {
      throw .versionGone(version, suggestion: suggestion(version, registry))
    }
  }

  private func suggestion(
    _ version: ModelVersion, _ registry: RegistryDirectory
  ) -> ModelVersion {
    ((try? registry.versions())?.last ?? version).nextPatch
  }

  private func alreadyRegistered(
    _ version: ModelVersion, in registry: RegistryDirectory
  ) -> RegistryError {
    .alreadyRegistered(version, suggestion: suggestion(version, registry))
  }

  /// Gives the staged directory its name: the moment from which the version exists.
  private func commit(
    _ staged: StagedVersion, as version: ModelVersion, after step: VersionStep,
    in registry: RegistryDirectory, under lock: WriterLock
  ) throws(RegistryError) {
    do {
      try refuseExisting(version, in: registry)
      try step.checkAgain(in: registry)
    } catch {
      // Nothing was written.
      lock.finish()
      throw error
    }
    let (staging, root) = (staged.staging.file.descriptor, registry.root.file.descriptor)
    let name = version.description
    do {
      try fileSystem.renameExclusively(staged.name, in: staging, to: name, in: root)
    } catch {
      if error.meansTaken { throw alreadyRegistered(version, in: registry) }
      guard error.meansUnsupported else {
        throw registry.root.failure("renameat2", name, error)
      }
      // A file system without an exclusive rename: the lock orders the writers.
      try staged.staging.rename(staged.name, to: name, in: registry.root)
    }
  }

  private func historyFailure(
    of version: ModelVersion, in registry: RegistryDirectory, under lock: WriterLock
  ) -> RegistryError? {
    do {
      try registry.bringJournalUpToDate(under: lock) {
        $0.event == .register && $0.version == version
      }
      lock.finish()
      return nil
    } catch { return error }
  }
}

extension StagedVersion {
  /// Copies every artifact, checks the JSON ones, and returns those that are objects.
  fileprivate mutating func add(
    _ artifacts: ArtifactDirectory, replacingBaseline: Bool
  ) throws(RegistryError) -> [ArtifactKind: JSONObject] {
    let source = try Directory.open(artifacts.path, fileSystem: directory.fileSystem)
    var objects: [ArtifactKind: JSONObject] = [:]
    for item in artifacts.items where !(replacingBaseline && item.kind == .baseline) {
      if item.kind.isJSON, try source.status(of: item.name)?.kind == .directory {
        throw .notARegularFile(path: source.pathOf(item.name))
      }
      let before = files.count
      let text = try add(
        item.name, from: source, as: item.storedName, keepsBytes: item.kind.isJSON)
      let path = source.pathOf(item.name)
      let isEmpty = files[before...].allSatisfy { $0.byteCount == 0 }
      if item.kind.isRequired, isEmpty { throw .emptyFile(path: path) }
      guard item.kind.isJSON else { continue }
      objects[item.kind] = try item.kind.value(in: text, path: path).objectValue
    }
    return objects
  }

  fileprivate mutating func add(baseline path: String) throws(RegistryError) {
    // Opened to see that it is a directory.
    do { _ = try Directory.open(path, fileSystem: directory.fileSystem) } catch {
      throw error.meansNotADirectory ? .notADirectory(path: path) : error
    }
    try add(path: path, as: ArtifactKind.baseline.storedName)
  }

  /// Copies a file or directory that the user named by its path.
  fileprivate mutating func add(path: String, as storedName: String) throws(RegistryError) {
    let (parent, name) = PathText.split(path)
    guard !name.isEmpty, name != ".", name != "..", storedName != ".registry" else {
      throw .noSuchFile(path: path)
    }
    let source = try Directory.open(parent, fileSystem: directory.fileSystem)
    // A second one beside the model would make it unclear for ever which is the model.
    let model = ArtifactKind.model.storedName
    guard storedName != model, !storedName.hasPrefix(model + ".") else {
      throw .nameTaken(path: source.pathOf(name), storedName: storedName)
    }
    try add(name, from: source, as: storedName)
  }
}

extension ArtifactDirectory {
  /// The name that the model is stored by: what a program may load.
  fileprivate var scannedNames: [String] {
    items.filter { $0.kind == .model }.map(\.storedName)
  }
}

extension Manifest.Lineage {
  /// What the metadata says of descent and, where it is silent, the run.
  fileprivate init(
    _ objects: [ArtifactKind: JSONObject], in artifacts: ArtifactDirectory
  ) throws(RegistryError) {
    func text(_ field: String, of kind: ArtifactKind) -> String? {
      objects[kind]?[field]?.stringValue
    }
    if let named = text("run_id", of: .metadata), let own = text("run_id", of: .run), named != own {
      throw .unfitArtifact(
        path: artifacts.path(of: .run) ?? RunRecord.fileName, field: "run_id",
        expected: "'\(named)', the run that the metadata names")
    }
    func said(_ field: String) -> String? {
      text(field, of: .metadata) ?? text(field, of: .run)
    }
    self.init(
      runID: said("run_id"), dataSHA256: said("data_sha256"), codeVersion: said("code_version"))
  }
}
