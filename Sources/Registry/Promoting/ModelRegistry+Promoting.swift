extension ModelRegistry {
  /// Sets an alias to a version, atomically: a reader sees the old file or the new one.
  ///
  /// Every file of the version is hashed first. When this returns, the alias is on the disk.
  /// Setting an alias to what it means already changes nothing.
  ///
  /// Where `policy.json` asks for evidence, `champion` is set only if every gate passes: see
  /// ``gate(_:scored:)``. What the gates said is recorded with the promotion; a version that they refuse is
  /// recorded as rejected.
  ///
  /// - Parameters:
  ///   - version: A registered version.
  ///   - alias: Which alias; `champion` is the one that serves.
  ///   - expectation: What the alias must mean now; anything when `nil`.
  ///   - actor: Who promotes.
  ///   - reason: Why, stored as given.
  ///   - scored: Labelled rows that the version and the champion scored for this, in place of the
  ///     predictions that are registered with them.
  ///   - defaultGates: What must hold where the policy has no gates.
  ///   - force: Why the version is promoted whatever the gates say; recorded with what they said.
  /// - Returns: The alias as it is now.
  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)``,
  ///   ``RegistryError/yanked(_:by:reason:)``, ``RegistryError/notPromoted(_:)``,
  ///   ``RegistryError/unexpectedAlias(_:expected:found:)``, an integrity error,
  ///   ``RegistryError/busy(path:holder:waitedSeconds:)`` or a file error. The alias is then as it
  ///   was, unless what failed is the flush after the rename.
  @discardableResult
  public func promote(
    _ version: ModelVersion, to alias: AliasName = .champion,
    expecting expectation: AliasExpectation? = nil, by actor: String, reason: String = "",
    scored: ScoredRows? = nil, defaultGates: [Gate] = [], forcing force: String? = nil
  ) throws(RegistryError) -> Promotion {
    guard alias == .champion else {
      return try set(
        alias, to: version, event: .promote, expecting: expectation, by: actor, reason: reason)
    }
    let registry = try openExisting()
    let target = try verified(version, in: registry)
    while true {
      // Before the lock is taken: the evidence of many rows must not keep other writers waiting.
      let judge = try GateJudge(
        version, manifestDigest: target.manifest.digest, scored: scored, defaultGates: defaultGates,
        in: registry
      ) { () throws(RegistryError) in try GateCandidate(target, inspector: inspector) }
      var report = try judge.report()
      if report?.verdict != .passed { report?.forced = force }
      let lock = try registry.lock(
        for: "promote \(version)", timeoutSeconds: lockTimeoutSeconds)
      defer { withExtendedLifetime(lock) {} }
      // Another writer may have set it meanwhile: the comparison was with another model then.
      guard try judge.isWithPresentChampion() else {
        lock.finish()
        continue
      }
      // The history tells it, too. Where nothing had to be forced, it is a reason like any other.
      let forced = force.map { report?.forced == nil ? $0 : "forced: \($0)" }
      return try set(
        alias, to: target, event: .promote, expecting: expectation, by: actor,
        reason: [reason, forced ?? ""].filter { !$0.isEmpty }.joined(separator: "; "),
        gates: report, in: registry, under: lock)
    }
  }

  /// Sets an alias other than `champion` by hand, as ``promote(_:to:expecting:by:reason:scored:defaultGates:forcing:)`` does.
  ///
  /// - Throws: What promoting throws, and ``RegistryError/championIsPromoted(_:)``.
  @discardableResult
  public func setAlias(
    _ alias: AliasName, to version: ModelVersion, expecting expectation: AliasExpectation? = nil,
    by actor: String, reason: String = ""
  ) throws(RegistryError) -> Promotion {
    guard alias != .champion else { throw .championIsPromoted(version) }
    return try set(
      alias, to: version, event: .alias, expecting: expectation, by: actor, reason: reason)
  }

  private func set(
    _ alias: AliasName, to version: ModelVersion, event: JournalEntry.Event,
    expecting expectation: AliasExpectation?, by actor: String, reason: String
  ) throws(RegistryError) -> Promotion {
    let registry = try openExisting()
    let target = try verified(version, in: registry)
    let lock = try registry.lock(
      for: "\(event.rawValue) \(version)", timeoutSeconds: lockTimeoutSeconds)
    defer { withExtendedLifetime(lock) {} }
    return try set(
      alias, to: target, event: event, expecting: expectation, by: actor, reason: reason,
      in: registry, under: lock)
  }

  /// Opens a registry to write to that must be there.
  func openExisting() throws(RegistryError) -> RegistryDirectory {
    _ = try openToRead()
    return try RegistryDirectory.openToWrite(path, fileSystem: fileSystem, hasher: hasher)
  }

  func verified(
    _ version: ModelVersion, in registry: RegistryDirectory
  ) throws(RegistryError) -> VersionDirectory {
    let directory = try VersionDirectory(version, in: registry)
    try directory.check(.contents)
    // A manifest of another tool may list no model at all.
    _ = try directory.modelName()
    return directory
  }

  /// Writes the alias file, the commit, and then the history.
  ///
  /// Neither a damaged alias file nor a damaged history keeps an alias from being set: that is how
  /// service is restored. Both are told in the answer.
  func set(
    _ alias: AliasName, to target: VersionDirectory, event: JournalEntry.Event,
    expecting expectation: AliasExpectation?, by actor: String, reason: String,
    gates: GateReport? = nil, allowance: Allowance? = nil, in registry: RegistryDirectory,
    under lock: WriterLock
  ) throws(RegistryError) -> Promotion {
    let root = registry.root
    let (before, damage) = try present(alias, in: root)
    // What a crash left out is written now, while the alias file that commits it is still there.
    let upToDate = try journalBroughtUpToDate(in: registry, under: lock)
    let journal = upToDate ?? Journal()
    let retirements =
      if let upToDate { Retirements(upToDate.entries) } else {
        try registry.retirementsIfReadable()
      }
    do throws(RegistryError) {
      if let expectation {
        // A file that cannot be read meets no expectation.
        if let damage { throw damage }
        try expectation.check(alias, means: before?.version)
      }
      try retirements.refuse(target.manifest.version)
      try journal.check(target.manifest, path: target.directory.pathOf(Manifest.fileName))
    } catch {
      // Nothing was written that is not flushed.
      lock.finish()
      throw error
    }
    if let before, before.version == target.manifest.version,
      before.manifestDigest == target.manifest.digest
    {
      // It has its line in the history: it is on the disk.
      lock.finish()
      return Promotion(
        record: before, wasAlreadyThere: true, replacedDamage: nil, historyFailure: nil)
    }
    if let gates, gates.verdict != .passed, gates.forced == nil {
      if gates.verdict == .refused, let upToDate {
        let entry = JournalEntry(
          .reject, target.manifest.version, at: clock(), by: actor, reason: reason, gates: gates,
          manifestDigest: target.manifest.digest)
        try registry.append([entry], to: upToDate)
      }
      lock.finish()
      throw .notPromoted(gates)
    }
    let last = journal.lastSetting(of: alias)
    let text = try AliasRecord.text(
      alias, to: target.manifest.version, event: event, at: clock(), by: actor, reason: reason,
      gates: gates, manifestDigest: target.manifest.digest,
      generation: max(journal.nextGeneration(of: alias), (before?.generation ?? 0) + 1),
      previous: before?.version ?? last?.version, before: before, allowance: allowance)
    // Read before it is there for others to read: a generation can be too high to be counted up.
    let record = try AliasRecord(RecordFile(text, path: root.pathOf(alias.fileName)), alias: alias)
    try registry.staging().replaceFile(alias.fileName, in: root, with: text)
    var failure: RegistryError?
    do {
      if let upToDate {
        // No other line can have come: this is the writer. The alias file was flushed.
        let missing = upToDate.missing(registered: [], aliases: [record])
        _ = try registry.append(missing, missingFrom: upToDate) { _ in true }
      } else {
        try registry.bringJournalUpToDate(under: lock)
      }
      lock.finish()
    } catch { failure = error }
    return Promotion(
      record: record, wasAlreadyThere: false, replacedDamage: damage, historyFailure: failure)
  }

  /// The alias as it is, or what is wrong with its file.
  func present(
    _ alias: AliasName, in root: Directory
  ) throws(RegistryError) -> (AliasRecord?, RegistryError?) {
    do { return (try AliasRecord.read(alias, in: root), nil) } catch {
      guard error.exitCode == .integrityFailure else { throw error }
      return (nil, error)
    }
  }

  /// The history with the lines that were missing; `nil` where it is damaged.
  private func journalBroughtUpToDate(
    in registry: RegistryDirectory, under lock: WriterLock
  ) throws(RegistryError) -> Journal? {
    do { return try registry.bringJournalUpToDate(under: lock) } catch {
      guard error.exitCode == .integrityFailure else { throw error }
      // Nothing tells whether the version's name is on the disk; the alias's must not be before.
      try registry.root.file.sync()
      return nil
    }
  }
}
