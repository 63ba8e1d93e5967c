extension RegistryDirectory {
  /// The history as it is on disk, without the lines that a crash left out.
  func journal() throws(RegistryError) -> Journal {
    try Journal(journalText(), path: journalPath)
  }

  /// What the history says of withdrawn and removed versions, whatever else is wrong with it.
  func retirements() throws(RegistryError) -> Retirements {
    try Retirements(journal: journalText())
  }

  private func journalText() throws(RegistryError) -> [UInt8] {
    guard let own = try ownIfThere() else { return [] }
    do {
      return try own.regularFile(Journal.fileName).readAll(limit: Self.maximumJournalBytes)
    } catch {
      if case .noSuchFile = error { return [] }
      throw error
    }
  }

  /// What messages call the history.
  var journalPath: String {
    PathText.join(root.pathOf(Self.ownName), Journal.fileName)
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
    // Files of a pruned version that a crash left. Whoever cannot remove them goes on without.
    let pruned = Retirements(journal.entries).pruned
    if !pruned.isEmpty { try? removePruned(Set(pruned.keys)) }
    let missing = try missingEntries(of: journal)
    guard !missing.isEmpty else { return journal }
    // Another user's directory cannot be changed; `verify` tells of its mode then.
    for entry in missing where entry.event == .register { try? seal(entry.version) }
    try append(missing, to: journal)
    return try journal.appending(missing)
  }

  /// Writes lines behind those of a journal that is up to date. Needs the lock. When this returns,
  /// they are on the disk.
  func append(_ entries: [JournalEntry], to journal: Journal) throws(RegistryError) {
    let own = try own()
    let isNew = try own.status(of: Journal.fileName) == nil
    let file = try own.fileOrMake(Journal.fileName)
    do {
      // A torn last line goes; what follows it would be unreadable otherwise.
      try file.truncate(to: journal.wholeByteCount)
      try file.seek(to: journal.wholeByteCount)
      try file.write(journal.text(appending: entries))
      try file.sync()
    } catch {
      // What was not flushed must not be believed.
      try? file.truncate(to: journal.wholeByteCount)
      throw error
    }
    try file.close()
    if isNew { try own.file.sync() }
  }

  /// Sees to it that the lines that are there are on the disk.
  func syncJournal() throws(RegistryError) {
    guard try own().status(of: Journal.fileName) != nil else { return }
    try own().regularFile(Journal.fileName).sync()
    try own().file.sync()
  }

  /// Takes the write permission off a version's directory, which whoever registered it had yet to
  /// do if a crash kept the line from being written.
  private func seal(_ version: ModelVersion) throws(RegistryError) {
    let directory = try root.directory(version.description)
    guard try Manifest(of: version, in: directory).isSealed else { return }
    try directory.file.changeMode(to: StagedVersion.directoryMode)
  }

  /// Damaged manifests and alias files have no say here: they are reported where they are read.
  func missingEntries(of journal: Journal) throws(RegistryError) -> [JournalEntry] {
    let known = journal.registeredVersions
    var manifests: [Manifest] = []
    for version in try versionDirectories() where !known.contains(version) {
      guard let directory = try? root.directory(version.description),
        let manifest = try? Manifest(of: version, in: directory)
      else { continue }
      manifests.append(manifest)
    }
    let records = try aliases().compactMap { try? AliasRecord.read($0, in: root) }
    return journal.missing(manifests: manifests, aliases: records)
  }

  static let maximumJournalBytes = 1 << 30
}
