extension RegistryDirectory {
  /// The history as it is on disk, without the lines that a crash left out.
  func journal() throws(RegistryError) -> Journal {
    guard let own = try ownIfThere() else { return Journal() }
    do {
      let file = try own.regularFile(Journal.fileName)
      return try Journal(file.readAll(limit: Self.maximumJournalBytes), path: file.path)
    } catch {
      if case .noSuchFile = error { return Journal() }
      throw error
    }
  }

  /// The whole history: what is on disk and what the manifests and alias files commit beyond it.
  func history() throws(RegistryError) -> [JournalEntry] {
    let journal = try journal()
    return journal.entries + (try missingEntries(of: journal))
  }

  /// Writes the lines that are missing. Needs the lock.
  ///
  /// - Returns: The journal with those lines.
  @discardableResult
  func bringJournalUpToDate() throws(RegistryError) -> Journal {
    let journal = try journal()
    let missing = try missingEntries(of: journal)
    guard !missing.isEmpty else { return journal }
    // Another user's directory cannot be changed; `verify` tells of its mode then.
    for entry in missing where entry.event == .register { try? seal(entry.version) }
    let own = try own()
    let isNew = try own.status(of: Journal.fileName) == nil
    let file = try own.fileOrMake(Journal.fileName)
    // A torn last line goes; what follows it would be unreadable otherwise.
    try file.truncate(to: journal.wholeByteCount)
    try file.seek(to: journal.wholeByteCount)
    try file.write(journal.text(appending: missing))
    try file.sync()
    try file.close()
    if isNew { try own.file.sync() }
    return journal.appending(missing)
  }

  /// Takes the write permission off a version's directory, which whoever registered it had yet to
  /// do if a crash kept the line from being written.
  private func seal(_ version: ModelVersion) throws(RegistryError) {
    let directory = try root.directory(version.description)
    guard try Manifest(of: version, in: directory).isSealed,
      // Setting it again would change nothing but the times, and void the version's fingerprint.
      try directory.file.status().mode != StagedVersion.directoryMode
    else { return }
    try directory.file.changeMode(to: StagedVersion.directoryMode)
  }

  /// Damaged manifests and alias files have no say here: they are reported where they are read.
  func missingEntries(of journal: Journal) throws(RegistryError) -> [JournalEntry] {
    let known = journal.registeredVersions
    var manifests: [Manifest] = []
    for version in try versions() where !known.contains(version) {
      guard let directory = try? root.directory(version.description),
        let manifest = try? Manifest(of: version, in: directory)
      else { continue }
      manifests.append(manifest)
    }
    let records = try aliases().compactMap { try? AliasRecord.read($0, in: root) }
    return journal.missing(manifests: manifests, aliases: records)
  }

  private static let maximumJournalBytes = 1 << 30
}
