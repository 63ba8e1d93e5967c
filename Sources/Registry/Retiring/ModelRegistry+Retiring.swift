extension ModelRegistry {
  /// Withdraws a version: its files stay, but it cannot be promoted or rolled back to, ranges
  /// skip it, and who resolves it by number is warned. Aliases that mean it go on doing so.
  ///
  /// Yanking what is yanked changes nothing.
  ///
  /// - Parameters:
  ///   - version: A registered version.
  ///   - actor: Who withdraws it.
  ///   - reason: Why, stored as given and shown to whoever asks for the version.
  /// - Returns: What was recorded.
  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)``,
  ///   ``RegistryError/brokenHistory(path:line:)``,
  ///   ``RegistryError/busy(path:holder:waitedSeconds:)`` or a file error. Nothing is recorded then.
  @discardableResult
  public func yank(
    _ version: ModelVersion, by actor: String, reason: String
  ) throws(RegistryError) -> Recording {
    try record(.yank, version, by: actor, reason: reason) { $0.yanked[version] != nil }
  }

  /// Undoes a yank; what is not yanked stays as it is.
  ///
  /// - Throws: As ``yank(_:by:reason:)``.
  @discardableResult
  public func restore(
    _ version: ModelVersion, by actor: String, reason: String = ""
  ) throws(RegistryError) -> Recording {
    try record(.restore, version, by: actor, reason: reason) { $0.yanked[version] == nil }
  }

  /// Records that somebody vouches for a version. It is never pruned then.
  ///
  /// Each approval is recorded, also a second one by the same person.
  ///
  /// - Throws: As ``yank(_:by:reason:)``, and ``RegistryError/yanked(_:by:reason:)``.
  @discardableResult
  public func approve(
    _ version: ModelVersion, by actor: String, reason: String = ""
  ) throws(RegistryError) -> Recording {
    try record(.approve, version, by: actor, reason: reason) {
      (retirements) throws(RegistryError) in
      try retirements.refuse(version)
      return false
    }
  }

  /// Writes a line that is its own commit, unless `isSo` says that it would change nothing.
  private func record(
    _ event: JournalEntry.Event, _ version: ModelVersion, by actor: String, reason: String,
    unless isSo: (Retirements) throws(RegistryError) -> Bool
  ) throws(RegistryError) -> Recording {
    let registry = try openExisting()
    let lock = try registry.lock(
      for: "\(event.rawValue) \(version)", timeoutSeconds: lockTimeoutSeconds)
    defer { withExtendedLifetime(lock) {} }
    let journal = try registry.bringJournalUpToDate(under: lock)
    let retirements = Retirements(journal.entries)
    let changesNothing: Bool
    do throws(RegistryError) {
      try retirements.refusePruned(version)
      guard try registry.root.status(of: version.description) != nil else {
        throw .noSuchVersion(version, registry: path, known: try registry.versions())
      }
      changesNothing = try isSo(retirements)
    } catch {
      // Nothing was written that is not flushed.
      lock.finish()
      throw error
    }
    // What is damaged can be withdrawn, too.
    let digest =
      journal.registration(of: version)?.manifestDigest
      ?? (try? VersionDirectory(version, in: registry))?.manifest.digest
    let entry = JournalEntry(
      event, version, at: clock(), by: actor, reason: reason, manifestDigest: digest)
    guard !changesNothing else {
      lock.finish()
      return Recording(entry: retirements.yanked[version] ?? entry, wasSoAlready: true)
    }
    try registry.append([entry], to: journal)
    lock.finish()
    return Recording(entry: entry, wasSoAlready: false)
  }
}

/// What `yank`, `restore` or `approve` recorded.
public struct Recording: Sendable, Equatable {
  /// The line of the history.
  public let entry: JournalEntry
  /// Whether it was so before, so that nothing had to be recorded.
  public let wasSoAlready: Bool
}
