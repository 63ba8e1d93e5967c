extension ModelRegistry {
  /// Proves on the registry's own directory that the file system keeps what the registry builds on,
  /// and looks for what killed runs left behind. The bytes of versions are ``verify(_:quick:replayer:)``'s job.
  ///
  /// - Parameter isRepairing: Whether what is provably safe to repair is repaired: leftovers are
  ///   removed, lines of the history that a crash left out are written, directories of versions get
  ///   their mode, and versions without a fingerprint are hashed for one. Otherwise nothing changes: the probes use a directory of their own in
  ///   `.registry/staging/`, which they remove. The lock is held meanwhile; without repairing, what
  ///   needs it is skipped when a writer has it.
  /// - Returns: A line for each thing that was looked at.
  /// - Throws: ``RegistryError/noRegistry(path:)``, ``RegistryError/newerFormat(path:found:known:)``,
  ///   ``RegistryError/busy(path:holder:waitedSeconds:)`` when it repairs, or a file error that keeps
  ///   it from looking.
  public func examine(repairing isRepairing: Bool = false) throws(RegistryError) -> Examination {
    let examination = try examineUnderLock(repairing: isRepairing)
    // Without the lock: hashing takes its time.
    var examiner = Examiner(
      registry: try .openToRead(path, fileSystem: fileSystem, hasher: hasher), lock: nil,
      now: clock())
    try examiner.examineFingerprints(repairing: isRepairing)
    return Examination(checks: examination.checks + examiner.result.checks)
  }

  private func examineUnderLock(
    repairing isRepairing: Bool
  ) throws(RegistryError) -> Examination {
    var registry = try RegistryDirectory.openToRead(
      path, fileSystem: fileSystem, hasher: hasher)
    var lock: WriterLock?
    var quiet: [OpenFile]? = []
    if isRepairing {
      registry = try .openToWrite(path, fileSystem: fileSystem, hasher: hasher)
      lock = try registry.lock(for: "doctor", timeoutSeconds: lockTimeoutSeconds)
    } else {
      quiet = try registry.lockToLook()
    }
    defer { withExtendedLifetime((lock, quiet)) {} }
    var examiner = Examiner(registry: registry, lock: lock, now: clock())
    examiner.examinePlace(placeConcerns())
    try examiner.probe()
    guard quiet != nil else {
      examiner.skip(
        [.staging, .pruned, .history, .versions], "a writer is at work", remedy: "look again")
      return examiner.result
    }
    try examiner.examineStaging()
    try examiner.examinePruned()
    examiner.examineHistory()
    try examiner.examineVersions()
    lock?.finish()
    return examiner.result
  }
}
