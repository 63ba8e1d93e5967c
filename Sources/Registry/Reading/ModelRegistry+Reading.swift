extension ModelRegistry {
  /// Every version, highest first. A version whose records are damaged is listed as such.
  ///
  /// - Parameter metric: The metric to show; the main one of each version when `nil`.
  /// - Returns: A summary of each version.
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  /// - Complexity: The history, and two looks at each version, whose files are read only where the
  ///   history does not tell what is in them or they changed since.
  public func versions(metric: String? = nil) throws(RegistryError) -> [VersionSummary] {
    try versionsAndProblems(metric: metric).versions
  }

  /// What ``versions(metric:)`` and ``problems()`` say, with one look at aliases and history.
  package func versionsAndProblems(
    metric: String? = nil
  ) throws(RegistryError) -> (versions: [VersionSummary], problems: [RegistryError]) {
    let registry = try openToRead()
    let standings = try Standings(registry)
    let directories = try registry.versionDirectories()
    let versions = standings.retirements.remaining(directories).reversed().map {
      VersionSummary($0, in: registry, standings: standings, metric: metric)
    }
    return (versions, standings.problems)
  }

  /// What keeps alias files and the history from being read; empty when all is well. What it says
  /// of versions comes with ``versions(metric:)``.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  public func problems() throws(RegistryError) -> [RegistryError] {
    try Standings(openToRead()).problems
  }

  /// The names that a reference can be: the aliases that can be read, then the versions.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or a file error.
  public func names() throws(RegistryError) -> [String] {
    let registry = try openToRead()
    var aliases: [AliasName] = []
    for alias in try registry.aliases() {
      do {
        if try AliasRecord.read(alias, in: registry.root) != nil { aliases.append(alias) }
      } catch { guard error.meansDamage else { throw error } }
    }
    return aliases.map(\.description) + (try registry.versions()).reversed().map(\.description)
  }

  /// The manifest of a version, its seal checked.
  ///
  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)`` or an integrity error.
  public func manifest(of version: ModelVersion) throws(RegistryError) -> Manifest {
    let registry = try openToRead()
    return try VersionDirectory(version, in: registry).manifest
  }

  /// What an alias means; `nil` when it is not set.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func alias(_ alias: AliasName) throws(RegistryError) -> AliasRecord? {
    let registry = try openToRead()
    return try AliasRecord.read(alias, in: registry.root)
  }

  /// What every alias means, by name.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func aliases() throws(RegistryError) -> [AliasRecord] {
    let registry = try openToRead()
    var records: [AliasRecord] = []
    for alias in try registry.aliases() {
      if let record = try AliasRecord.read(alias, in: registry.root) { records.append(record) }
    }
    return records
  }

  /// Everything that was done, oldest first.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func history() throws(RegistryError) -> [JournalEntry] {
    try openToRead().history()
  }

  /// The status of the file that holds the history, which changes with every line; `nil` when
  /// nothing was written yet.
  package func journalStatus() throws(RegistryError) -> FileStatus? {
    let registry = try openToRead()
    return try registry.ownIfThere()?.status(of: Journal.fileName)
  }

  /// Which version an alias meant at a moment, as the history tells.
  ///
  /// - Throws: ``RegistryError/noAliasAt(_:_:)`` when it was not set then, or an integrity error.
  public func version(
    of alias: AliasName, at moment: Timestamp
  ) throws(RegistryError) -> ModelVersion {
    let settings = try history().filter { $0.alias == alias }
    // By their order, not by their times: a clock may have been set back in between.
    let last = settings.last { Timestamp($0.time).map { $0 <= moment } ?? false }
    guard let last else { throw .noAliasAt(alias, moment) }
    return last.version
  }

  /// The digest of the newest line of the history, and how many lines there are. Kept elsewhere, it
  /// shows later that no line was lost; see ``checkHistory(contains:)``.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)`` or an integrity error.
  public func historyHead() throws(RegistryError) -> HistoryHead {
    let journal = try openToRead().journal()
    return HistoryHead(lineCount: journal.entries.count, digest: journal.head)
  }

  /// Checks the chain of the history, and that a line that was its head once is still there.
  ///
  /// - Parameter digest: What ``historyHead()`` returned before; `nil` to check the chain alone.
  /// - Returns: The head now.
  /// - Throws: ``RegistryError/truncatedHistory(path:lost:)``,
  ///   ``RegistryError/brokenHistory(path:line:)`` and other integrity errors.
  @discardableResult
  public func checkHistory(
    contains digest: SHA256Digest? = nil
  ) throws(RegistryError) -> HistoryHead {
    let registry = try openToRead()
    let verifier = try HistoryVerifier(registry)
    let findings = try verifier.findings { (line) throws(RegistryError) in
      do throws(RegistryError) {
        let version = try VersionDirectory(line.version, in: registry)
        return try version.registration(comparedWith: line)
      } catch {
        // Damage to a version is not damage to the history.
        guard error.meansDamage else { throw error }
        return nil
      }
    }
    if let finding = findings.first { throw finding }
    let journal = verifier.journal
    if let digest, !journal.lineDigests.contains(digest) {
      throw .truncatedHistory(path: registry.journalPath, lost: digest)
    }
    return HistoryHead(lineCount: journal.entries.count, digest: journal.head)
  }
}
