extension RegistryDirectory {
  /// The history as it is on disk, without the lines that a crash left out.
  func journal() throws(RegistryError) -> Journal {
    try Journal(journalText(), path: journalPath, hasher: hasher)
  }

  /// What one look at the history tells: its events, or what is wrong with them, and what it says
  /// of withdrawn and removed versions, whatever else is wrong with it.
  func journalAndRetirements() throws(RegistryError) -> (
    journal: Result<Journal, RegistryError>, retirements: Retirements
  ) {
    let text: [UInt8]
    do { text = try journalText() } catch {
      guard error.meansDamage else { throw error }
      return (.failure(error), Retirements([]))
    }
    do throws(RegistryError) {
      let journal = try Journal(text, path: journalPath, hasher: hasher)
      return (.success(journal), Retirements(journal.entries))
    } catch {
      return (.failure(error), Retirements(journal: text))
    }
  }

  /// What the history says of withdrawn and removed versions, whatever else is wrong with it.
  func retirements() throws(RegistryError) -> Retirements {
    try Retirements(journal: journalText())
  }

  /// What the history says of withdrawn and removed versions; nothing where it is no file at all.
  /// Service is restored, and a version served by its number, without it.
  func retirementsIfReadable() throws(RegistryError) -> Retirements {
    do { return try retirements() } catch {
      guard error.meansDamage else { throw error }
      return Retirements([])
    }
  }

  private func journalText() throws(RegistryError) -> [UInt8] {
    guard let own = try ownIfThere() else { return [] }
    do {
      return try own.regularFile(Journal.fileName).readAll(limit: Self.maximumJournalBytes)
    } catch {
      switch error {
      case .noSuchFile: return []
      case .notARegularFile(let path): throw .damagedFile(path: path, .notARegularFile)
      default: throw error
      }
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

  /// Writes the lines that are missing.
  ///
  /// - Parameters:
  ///   - lock: The lock, which is held.
  ///   - isFlushed: Whether what committed an event is known to be on the disk.
  /// - Returns: The journal with those lines.
  /// - Throws: An integrity error of the history, or a file error.
  @discardableResult
  func bringJournalUpToDate(
    under lock: WriterLock, isFlushed: (JournalEntry) -> Bool = { _ in false }
  ) throws(RegistryError) -> Journal {
    let journal = try journal()
    if lock.wasLeftUnfinished {
      if journal.wholeByteCount > 0 { try rewrite(journal) }
      lock.settle()
    }
    // Files of a pruned version that a crash left. Whoever cannot remove them goes on without.
    let pruned = Retirements(journal.entries).pruned
    do { try removePruned(Set(pruned.keys)) } catch {
      guard error.meansNotWritable else { throw error }
    }
    return try append(missingEntries(of: journal), missingFrom: journal, isFlushed: isFlushed)
  }

  /// Writes lines that follow their commits behind those of a journal, whose own are on the disk.
  ///
  /// - Returns: The journal with those lines.
  func append(
    _ missing: [JournalEntry], missingFrom journal: Journal, isFlushed: (JournalEntry) -> Bool
  ) throws(RegistryError) -> Journal {
    guard !missing.isEmpty else { return journal }
    // Whoever committed the others may have been killed before their names were on the disk: a
    // line must not outlive what it tells of.
    if !missing.allSatisfy(isFlushed) { try root.file.sync() }
    for entry in missing where entry.event == .register && !isFlushed(entry) {
      // Another user's directory cannot be changed; `verify` tells of its mode then.
      do { try seal(entry.version) } catch { guard error.meansNotWritable else { throw error } }
    }
    try append(missing, to: journal)
    return try journal.appending(missing)
  }

  /// Writes lines behind those of a journal that is up to date. Needs the lock. When this returns,
  /// they are on the disk.
  func append(_ entries: [JournalEntry], to journal: Journal) throws(RegistryError) {
    let own = try own()
    let file = try own.fileOrMake(Journal.fileName)
    // The name goes first: a journal with lines is one whose name is on the disk.
    if journal.wholeByteCount == 0 { try own.file.sync() }
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
  }

  /// Puts a copy of the whole lines in the place of the journal. What a writer appended that did not
  /// finish may never reach the disk: the next line would follow a hole.
  private func rewrite(_ journal: Journal) throws(RegistryError) {
    let own = try own()
    let file = try own.regularFile(Journal.fileName)
    let bytes = try file.readAll(limit: Self.maximumJournalBytes)
    try staging().replaceFile(
      Journal.fileName, in: own, with: Array(bytes.prefix(journal.wholeByteCount)))
  }

  /// Takes the write permission off a version's directory, which whoever registered it had yet to
  /// do if a crash kept the line from being written.
  private func seal(_ version: ModelVersion) throws(RegistryError) {
    let version = try VersionDirectory(version, in: self)
    guard version.manifest.isSealed else { return }
    // Setting it again would change nothing but the times, and void the version's fingerprint.
    if try version.directory.file.status().mode != StagedVersion.directoryMode {
      try version.directory.file.changeMode(to: StagedVersion.directoryMode)
    }
    try version.directory.file.sync()
  }

  /// Damaged manifests and alias files have no say here: they are reported where they are read.
  func missingEntries(of journal: Journal) throws(RegistryError) -> [JournalEntry] {
    var registered: [JournalEntry] = []
    for version in try versionDirectories() where journal.registration(of: version) == nil {
      do { registered.append(try VersionDirectory(version, in: self).registration()) } catch {
        guard error.meansDamage else { throw error }
      }
    }
    var records: [AliasRecord] = []
    for alias in try aliases() {
      do {
        if let record = try AliasRecord.read(alias, in: root) { records.append(record) }
      } catch { guard error.meansDamage else { throw error } }
    }
    return journal.missing(registered: registered, aliases: records)
  }

  static let maximumJournalBytes = 1 << 30
}
