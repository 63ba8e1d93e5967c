extension RegistryDirectory {
  /// The history as it is on disk, without the lines that a crash left out.
  func journal() throws(RegistryError) -> Journal {
    guard let own = try ownIfThere() else { return Journal() }
    do {
      let file = try own.regularFile(Journal.fileName)
      return try Journal(file.readAll(limit: Self.maximumJournalBytes), path: file.path)
    } catch {
      switch error {
      case .noSuchFile: return Journal()
      case .notARegularFile(let path): throw .brokenHistory(path: path, line: 1)
      default: throw error
      }
    }
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
  /// - Throws: ``RegistryError/brokenHistory(path:line:)`` or a file error.
  @discardableResult
  func bringJournalUpToDate(
    under lock: WriterLock, isFlushed: (JournalEntry) -> Bool = { _ in false }
  ) throws(RegistryError) -> Journal {
    let journal = try journal()
    if lock.wasLeftUnfinished, journal.wholeByteCount > 0 { try rewrite(journal) }
    let missing = try missingEntries(of: journal)
    guard !missing.isEmpty else { return journal }
    // Whoever committed the others may have been killed before their names were on the disk: a
    // line must not outlive what it tells of.
    if !missing.allSatisfy(isFlushed) { try root.file.sync() }
    for entry in missing where entry.event == .register && !isFlushed(entry) {
      // Another user's directory cannot be changed; `verify` tells of its mode then.
      do { try seal(entry.version) } catch { guard error.meansNotWritable else { throw error } }
    }
    let own = try own()
    let file = try own.fileOrMake(Journal.fileName)
    // The name goes first: a journal with lines is one whose name is on the disk.
    if journal.wholeByteCount == 0 { try own.file.sync() }
    // A torn last line goes; what follows it would be unreadable otherwise.
    try file.truncate(to: journal.wholeByteCount)
    try file.seek(to: journal.wholeByteCount)
    try file.write(journal.text(appending: missing))
    try file.sync()
    try file.close()
    return journal.appending(missing)
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
    if version.manifest.isSealed { try version.directory.sealMode() }
  }

  /// Damaged manifests and alias files have no say here: they are reported where they are read.
  func missingEntries(of journal: Journal) throws(RegistryError) -> [JournalEntry] {
    let known = journal.registeredVersions
    var manifests: [Manifest] = []
    for version in try versions() where !known.contains(version) {
      do { manifests.append(try VersionDirectory(version, in: self).manifest) } catch {
        guard error.meansDamage else { throw error }
      }
    }
    var records: [AliasRecord] = []
    for alias in try aliases() {
      do {
        if let record = try AliasRecord.read(alias, in: root) { records.append(record) }
      } catch { guard error.meansDamage else { throw error } }
    }
    return journal.missing(manifests: manifests, aliases: records)
  }

  private static let maximumJournalBytes = 1 << 30
}
