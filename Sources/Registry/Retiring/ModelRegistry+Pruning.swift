extension ModelRegistry {
  /// Removes old versions for good; their numbers stay taken.
  ///
  /// Never removed are the `count` highest versions, what an alias means, what a rollback would
  /// lead to, and what somebody approved. Each removal is a line of the history, which is its
  /// commit; the files go afterwards. A crash leaves each version whole or gone.
  ///
  /// - Parameters:
  ///   - count: How many of the highest versions stay, at least 1.
  ///   - seconds: Only versions that were registered at least so long ago are removed; `nil` for
  ///     all.
  ///   - actor: Who prunes.
  ///   - reason: Why, stored as given.
  ///   - isDryRun: Whether to tell only.
  /// - Returns: What was removed and what was spared.
  /// - Throws: ``RegistryError/noRegistry(path:)``, ``RegistryError/brokenHistory(path:line:)``, an
  ///   alias file that cannot be read, since it may mean any version,
  ///   ``RegistryError/busy(path:holder:waitedSeconds:)`` or a file error.
  @discardableResult
  public func prune(
    keeping count: Int, olderThan seconds: Int? = nil, by actor: String, reason: String = "",
    isDryRun: Bool = false
  ) throws(RegistryError) -> Pruning {
    precondition(count >= 1, "at least the highest version stays")
    guard !isDryRun else {
      let registry = try openToRead()
      let events = try registry.history()
      return try plan(keeping: count, olderThan: seconds, events: events, in: registry)
    }
    let registry = try openExisting()
    let lock = try registry.lock(for: "prune", timeoutSeconds: lockTimeoutSeconds)
    defer { withExtendedLifetime(lock) {} }
    let journal = try registry.bringJournalUpToDate(under: lock)
    var plan = try plan(
      keeping: count, olderThan: seconds, events: journal.entries, in: registry)
    guard !plan.removed.isEmpty else {
      lock.finish()
      return plan
    }
    let time = clock()
    let tombstones = plan.removed.map {
      JournalEntry(
        .prune, $0, at: time, by: actor, reason: reason,
        manifestDigest: journal.registration(of: $0)?.manifestDigest)
    }
    try registry.append(tombstones, to: journal)
    lock.finish()
    do { try registry.removePruned(Set(plan.removed)) } catch { plan.removalFailure = error }
    return plan
  }

  private func plan(
    keeping count: Int, olderThan seconds: Int?, events: [JournalEntry],
    in registry: RegistryDirectory
  ) throws(RegistryError) -> Pruning {
    let protections = try protections(events, in: registry)
    let registrations = Dictionary(
      events.filter { $0.event == .register }.map { ($0.version, $0.time) }
    ) { $1 }
    var plan = Pruning()
    for version in try registry.versions().dropLast(count) {
      let reason =
        protections[version]
        ?? (isOld(registrations[version], seconds: seconds) ? nil : .recent)
      if let reason {
        plan.spared.append(Pruning.Spared(version: version, reason: reason))
      } else {
        let files = (try? VersionDirectory(version, in: registry))?.manifest.files ?? []
        for file in files {
          // Sizes are what a manifest says, which another tool may have written.
          let (sum, overflows) = plan.byteCount.addingReportingOverflow(file.byteCount ?? 0)
          plan.byteCount = overflows ? .max : sum
        }
        plan.removed.append(version)
      }
    }
    return plan
  }

  private func isOld(_ time: String?, seconds: Int?) -> Bool {
    guard let seconds else { return true }
    guard let registered = time.flatMap(Timestamp.init) else { return false }
    return clock().secondsSinceEpoch - registered.secondsSinceEpoch >= seconds
  }

  private func protections(
    _ events: [JournalEntry], in registry: RegistryDirectory
  ) throws(RegistryError) -> [ModelVersion: Pruning.Reason] {
    let retirements = Retirements(events)
    var protections: [ModelVersion: Pruning.Reason] = [:]
    for version in retirements.approvals.keys { protections[version] = .approved }
    for alias in try registry.aliases() {
      guard let record = try AliasRecord.read(alias, in: registry.root) else { continue }
      let stack = PromotionStack(events.filter { $0.alias == alias })
      let targets = [record.previous, stack.previous(skipping: retirements)].compactMap { $0 }
      for version in targets where protections[version] == nil {
        protections[version] = .rollbackTarget(alias)
      }
      protections[record.version] = .alias(alias)
    }
    return protections
  }
}

extension RegistryDirectory {
  /// Removes the files of versions that the history says are gone. Needs the lock.
  func removePruned(_ versions: Set<ModelVersion>) throws(RegistryError) {
    guard !versions.isEmpty else { return }
    let present = try versionDirectories().filter(versions.contains)
    guard !present.isEmpty else { return }
    let staging = try staging()
    var names: [String] = []
    for version in present {
      let directory = try root.directory(version.description)
      // A directory that is not writable cannot be moved.
      try directory.file.changeMode(to: 0o755)
      let name = staging.temporaryName("prune-\(version)")
      // One step, so that no reader finds half a version.
      try root.rename(version.description, to: name, in: staging)
      names.append(name)
    }
    // Before any file goes: a power cut must not bring back the name of half a version.
    try root.file.sync()
    for (version, name) in zip(present, names) {
      try staging.removeTree(name)
      removeFingerprint(of: version)
    }
  }
}
