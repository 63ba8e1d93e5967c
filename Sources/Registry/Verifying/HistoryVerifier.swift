/// Compares the history with the files that commit its events.
struct HistoryVerifier {
  let registry: RegistryDirectory
  /// The history; reading it has checked its chain.
  let journal: Journal

  /// - Throws: The integrity error of the first line that does not follow the one before it.
  init(_ registry: RegistryDirectory) throws(RegistryError) {
    self.registry = registry
    journal = try registry.journal()
  }

  /// Lines that say something else than the file that committed their event, and a torn end that
  /// no crash leaves.
  ///
  /// - Parameter registration: What the files of the version that a line registers say of it, with
  ///   the metric that the line names; `nil` when they cannot be read.
  /// - Returns: An error for each, in the order of the lines.
  /// - Throws: A file error that keeps it from looking.
  func findings(
    registration: (JournalEntry) throws(RegistryError) -> JournalEntry?
  ) throws(RegistryError) -> [RegistryError] {
    var findings: [RegistryError] = []
    for (index, entry) in journal.entries.enumerated() {
      guard try !isConfirmed(entry, registration: registration) else { continue }
      findings.append(.brokenHistory(path: registry.journalPath, line: index + 1))
    }
    let missing = try registry.missingEntries(of: journal)
    let lost = lostLineCount(missing)
    if lost > 0 {
      findings.append(.incompleteHistory(path: registry.journalPath, missing: lost))
    }
    if !journal.tailIsExplained(by: missing) {
      findings.append(
        .brokenHistory(path: registry.journalPath, line: journal.entries.count + 1))
    }
    return findings
  }

  /// How many lines are missing beyond what crashes leave out.
  ///
  /// Every writer adds the missing lines before its own, so a crash leaves out one setting of an
  /// alias. Registrations may lack theirs while the journal cannot be written; but where an alias
  /// was set before, their lines were there.
  private func lostLineCount(_ missing: [JournalEntry]) -> Int {
    missing.reduce(0) { count, entry in
      guard let alias = entry.alias, let generation = entry.generation else { return count }
      return count + max(0, generation - journal.nextGeneration(of: alias))
    }
  }

  /// Whether the file that committed an event, where it is still there, says what the line says.
  private func isConfirmed(
    _ entry: JournalEntry, registration: (JournalEntry) throws(RegistryError) -> JournalEntry?
  ) throws(RegistryError) -> Bool {
    if entry.event == .register {
      // Another manifest is reported as such, not as damage to the history.
      guard let registered = try registration(entry) else { return true }
      guard registered.manifestDigest == entry.manifestDigest else {
        return entry.manifestDigest != nil
      }
      return registered == entry
    }
    guard let alias = entry.alias, journal.lastSetting(of: alias) == entry,
      // Read after the journal: an alias is set before its line is written.
      let record = try readable(alias),
      // A later setting, or one of another tool, is confirmed by a line that is still missing.
      record.generation > 0, record.generation <= entry.generation ?? 0
    else { return true }
    return JournalEntry(setting: record, generation: record.generation) == entry
  }

  /// The alias as its file says it; damage has been reported already.
  private func readable(_ alias: AliasName) throws(RegistryError) -> AliasRecord? {
    do { return try AliasRecord.read(alias, in: registry.root) } catch {
      guard error.meansDamage else { throw error }
      return nil
    }
  }
}
