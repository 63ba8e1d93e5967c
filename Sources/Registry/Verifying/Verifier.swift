/// Looks at the parts of a registry one after the other and keeps what it finds.
struct Verifier {
  let registry: RegistryDirectory
  let depth: VersionDirectory.Depth
  private(set) var result = Verification()
  /// The versions at which nothing was found, in the order in which they were looked at.
  private(set) var soundVersions: [ModelVersion] = []
  /// The versions whose registration is finished, down to its line in the history, and that were
  /// not pruned.
  let finished: Set<ModelVersion>
  /// The aliases that the history says were set.
  var knownAliases: Set<AliasName> { journal.aliases }
  private let journal: Journal
  /// What the files of the versions that could be read say of their registration.
  private var registrations: [ModelVersion: JournalEntry] = [:]

  init(registry: RegistryDirectory, depth: VersionDirectory.Depth) throws(RegistryError) {
    self.registry = registry
    self.depth = depth
    do { journal = try registry.journal() } catch {
      // A damaged history is reported where it is verified.
      guard error.meansDamage else { throw error }
      journal = Journal()
    }
    let pruned = Retirements(journal.entries).pruned
    finished = journal.registeredVersions.filter { pruned[$0] == nil }
  }

  // MARK: Versions

  /// Every file against the manifest, and nothing beside them; what is pruned meanwhile is no damage.
  mutating func verify(_ version: ModelVersion) {
    let before = result
    verifyFiles(of: version)
    guard result.findings.count > before.findings.count else {
      soundVersions.append(version)
      return
    }
    // Its line is there before its files go.
    if (try? registry.retirements())?.pruned[version] != nil { result = before }
  }

  private mutating func verifyFiles(of version: ModelVersion) {
    result.versionCount += 1
    do throws(RegistryError) {
      let directory = try VersionDirectory(version, in: registry)
      registrations[version] = try directory.registration(
        comparedWith: journal.registration(of: version))
      result.fileCount += 1
      let findingCount = result.findings.count
      let draft = draft(of: directory)
      // Kept only when everything was looked at and found right.
      var isRight = false
      defer { if isRight { draft?.keep() } else { draft?.discard() } }
      for file in directory.manifest.files { verify(file, in: directory) }
      do throws(RegistryError) {
        try journal.check(
          directory.manifest, path: directory.directory.pathOf(Manifest.fileName))
      } catch { result.findings.append(error) }
      try verifyTree(directory)
      isRight = result.findings.count == findingCount
    } catch {
      guard case .noSuchVersion = error else { return result.findings.append(error) }
      result.findings.append(
        .damagedFile(path: registry.root.pathOf(version.description), .missing))
    }
  }

  /// A fingerprint to leave where there is none that fits; only what is hashed can have one.
  private func draft(of version: VersionDirectory) -> FingerprintDraft? {
    let (number, manifest) = (version.manifest.version, version.manifest)
    guard depth == .contents, registry.fingerprint(of: number)?.manifestDigest != manifest.digest
    else { return nil }
    return FingerprintDraft(number, manifest: manifest, in: registry, isFlushed: false)
  }

  private mutating func verify(_ file: Manifest.File, in version: VersionDirectory) {
    result.fileCount += 1
    do throws(RegistryError) {
      switch depth {
      case .sizes: _ = try version.open(file)
      case .contents: result.byteCount += try version.checkContent(file)
      }
    } catch { result.findings.append(error) }
  }

  /// What lies in a version's directory without being registered, and modes that let it change.
  private mutating func verifyTree(_ version: VersionDirectory) throws(RegistryError) {
    // A manifest of another tool lists some files and seals none.
    guard version.manifest.isSealed else { return }
    try verifyTree(
      version.directory, path: "", expected: version.manifest.registeredNames,
      isFinished: finished.contains(version.manifest.version))
  }

  private mutating func verifyTree(
    _ directory: Directory, path: String, expected: RegisteredNames, isFinished: Bool = true
  ) throws(RegistryError) {
    // The mode of a version's own directory is set after the rename that makes the version.
    if !path.isEmpty || isFinished {
      verifyMode(try directory.file.status().mode, StagedVersion.directoryMode, directory.path)
    }
    for entry in try directory.entries() {
      let name = path + entry.name
      let status = try directory.status(of: entry.name)
      let isDirectory = status?.kind == .directory
      if !entry.isUTF8 || !expected.contains(name, isDirectory: isDirectory) {
        result.findings.append(
          .damagedFile(path: directory.pathOf(entry.name), .notRegistered))
      } else if isDirectory {
        try verifyTree(directory.directory(entry.name), path: name + "/", expected: expected)
      } else if let status, status.kind == .regular {
        verifyMode(status.mode, StagedVersion.fileMode, directory.pathOf(entry.name))
      }
    }
  }

  private mutating func verifyMode(_ found: UInt32, _ expected: UInt32, _ path: String) {
    if found != expected {
      result.findings.append(.wrongMode(path: path, expected: expected, found: found))
    }
  }

  // MARK: Aliases

  /// The alias file's seal, its version, and the manifest that it pins.
  mutating func verify(_ alias: AliasName) {
    result.fileCount += 1
    do throws(RegistryError) {
      guard let record = try AliasRecord.read(alias, in: registry.root) else {
        // An alias file that was there once is always there.
        throw .damagedFile(path: registry.root.pathOf(alias.fileName), .missing)
      }
      guard let registered = registrations[record.version] else {
        // A version that is there and cannot be read has been reported already.
        if try registry.root.status(of: record.version.description)?.kind != .directory {
          throw .danglingAlias(
            path: registry.root.pathOf(alias.fileName), version: record.version)
        }
        return
      }
      if let pinned = record.manifestDigest, pinned != registered.manifestDigest {
        let path = registry.root.pathOf(record.version.description)
        throw .manifestReplaced(
          path: PathText.join(path, Manifest.fileName), alias: alias)
      }
    } catch { result.findings.append(error) }
  }

  // MARK: History

  /// The chain of the journal, and whether it says what manifests and alias files say.
  mutating func verifyHistory() {
    do throws(RegistryError) {
      let history = try HistoryVerifier(registry)
      if history.journal.wholeByteCount > 0 { result.fileCount += 1 }
      result.findings += try history.findings { registrations[$0.version] }
    } catch { result.findings.append(error) }
  }

  // MARK: Policy

  /// What people wrote, which the rules of the registry come from.
  mutating func verifyPolicy() {
    do throws(RegistryError) { try registry.policy().check() } catch {
      result.findings.append(error)
    }
  }
}
