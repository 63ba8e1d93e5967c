/// Looks at one thing after the other and keeps what it finds.
struct Examiner {
  let registry: RegistryDirectory
  /// The writers' lock, which is held to repair; `nil` to look only.
  let lock: WriterLock?
  let now: Timestamp
  private(set) var result = Examination()

  var isRepairing: Bool { lock != nil }

  init(registry: RegistryDirectory, lock: WriterLock?, now: Timestamp) {
    self.registry = registry
    self.lock = lock
    self.now = now
  }

  static let repairRemedy = "registry doctor --repair"

  mutating func note(
    _ subject: Examination.Subject, _ outcome: Examination.Outcome, _ message: String,
    remedy: String? = nil
  ) {
    result.checks.append(
      .init(subject: subject, outcome: outcome, message: message, remedy: remedy))
  }

  mutating func note(_ subject: Examination.Subject, _ error: RegistryError) {
    note(subject, .problem, error.message, remedy: error.remedy)
  }

  mutating func examinePlace(_ concerns: [RegistryError]) {
    for concern in concerns { note(.place, concern) }
    if concerns.isEmpty { note(.place, .ok, "only its owner can change the registry") }
  }

  // MARK: History

  mutating func examineHistory() {
    do throws(RegistryError) {
      let journal = try registry.journal()
      examineMoments(journal)
      // Whoever registers goes on after the commit: their version's directory is still locked.
      var missing: [JournalEntry] = []
      for entry in try registry.missingEntries(of: journal) {
        if entry.event == .register, try !isNobodys(entry.version) { continue }
        missing.append(entry)
      }
      guard journal.tailIsExplained(by: missing) else {
        throw .brokenHistory(path: registry.journalPath, line: journal.entries.count + 1)
      }
      // What the last writer left unfinished is put on the disk, seen or not.
      if let lock { try mendHistory(under: lock) }
      guard !missing.isEmpty || !journal.tail.isEmpty else {
        return note(.history, .ok, "the history has every line and ends with a whole one")
      }
      let left = "a crash left \(counted(missing.count, "line")) out of the history"
      let torn = "a crash tore the end of the history"
      let found =
        journal.tail.isEmpty ? left : missing.isEmpty ? torn : "\(left) and tore its end"
      if isRepairing {
        note(.history, .repaired, "mended what \(found)")
      } else {
        note(.history, .problem, found, remedy: Self.repairRemedy)
      }
    } catch { note(.history, error) }
  }

  private func mendHistory(under lock: WriterLock) throws(RegistryError) {
    let journal = try registry.bringJournalUpToDate(under: lock)
    // Writing, even no lines, cuts a torn end.
    if !journal.tail.isEmpty { try registry.append([], to: journal) }
    lock.finish()
  }

  private func isNobodys(_ version: ModelVersion) throws(RegistryError) -> Bool {
    try registry.root.lockedDirectory(version.description) != nil
  }

  private mutating func examineMoments(_ journal: Journal) {
    let latest = now.secondsSinceEpoch + DirectoryProbe.toleratedSeconds
    for (index, entry) in journal.entries.enumerated() {
      guard let time = Timestamp(entry.time), time.secondsSinceEpoch > latest else { continue }
      return note(
        .clock, .problem,
        "line \(index + 1) of the history is of \(time), and this system's clock shows \(now)",
        remedy: "set the clock; what is in the history stays as it is")
    }
  }

  // MARK: Versions

  /// Prune says in the history that a version is gone, and then removes its files.
  mutating func examinePruned() throws(RegistryError) {
    let pruned = try registry.retirements().pruned
    let left = try registry.versionDirectories().filter { pruned[$0] != nil }
    guard !left.isEmpty else { return note(.pruned, .ok, "pruned versions are gone") }
    let names = listed(left.map(\.description))
    guard isRepairing else {
      return note(
        .pruned, .problem, "a crash left files of pruned versions: \(names)",
        remedy: Self.repairRemedy)
    }
    do throws(RegistryError) {
      try registry.removePruned(Set(left))
      note(.pruned, .repaired, "removed the files of pruned versions: \(names)")
    } catch { note(.pruned, error) }
  }

  /// The mode of a version's own directory is the last thing that register sets.
  mutating func examineVersions() throws(RegistryError) {
    var open: [String] = []
    var failure: RegistryError?
    for version in try registry.versions() {
      let name = version.description
      // What cannot be read is `verify`'s to tell.
      guard let directory = try? registry.root.directory(name),
        let mode = try? directory.file.status().mode, mode != StagedVersion.directoryMode,
        let manifest = try? Manifest(of: version, in: directory), manifest.isSealed,
        try isNobodys(version)
      else { continue }
      open.append(name)
      guard isRepairing else { continue }
      do { try directory.sealMode() } catch {
        failure = failure ?? error
      }
    }
    if let failure { return note(.versions, failure) }
    guard !open.isEmpty else {
      return note(.versions, .ok, "directories of versions have their mode")
    }
    let names = listed(open)
    if isRepairing {
      note(.versions, .repaired, "set mode 0555 of \(names)")
    } else {
      note(
        .versions, .problem, "the directory lacks its mode 0555: \(names)",
        remedy: Self.repairRemedy)
    }
  }
}
