/// A fingerprint in the making: begun before the files of a version are hashed, kept when they were
/// found right and nothing changed meanwhile.
///
/// Fingerprints only save time. Whatever goes wrong, on a read-only registry for example, there is
/// none, and nobody is told.
struct FingerprintDraft {
  private let registry: RegistryDirectory
  private let version: ModelVersion
  private let manifest: Manifest
  private let fingerprint: Fingerprint
  private let staging: Directory
  private let temporary: String
  private let file: OpenFile

  /// Looks at everything in the version, then waits until the clock of the file system has gone on:
  /// what is changed from then on gets another time than what was seen.
  ///
  /// Files that are not known to be on the disk (`isFlushed`) are flushed first: what is hashed must
  /// be what a power cut leaves, and a store through a mapping that was made before must set the
  /// times again.
  init?(
    _ version: ModelVersion, manifest: Manifest, in registry: RegistryDirectory, isFlushed: Bool
  ) {
    guard isFlushed || registry.flushFiles(of: version, manifest: manifest) else { return nil }
    // Another tool's registry is left as it is.
    guard let own = try? registry.ownIfThere(),
      let staging = try? own.directoryOrMake(RegistryDirectory.stagingName),
      let fingerprint = registry.currentFingerprint(of: version, manifest: manifest)
    else { return nil }
    self.registry = registry
    self.version = version
    self.manifest = manifest
    self.fingerprint = fingerprint
    self.staging = staging
    temporary = staging.temporaryName("fingerprint-\(version)")
    guard let file = try? staging.newFile(temporary) else { return nil }
    self.file = file
    // Clean-up leaves alone what is locked.
    _ = try? file.tryLock()
    guard Self.waitsForClock(file, after: fingerprint) else {
      discard()
      return nil
    }
  }

  /// A clock ticks every 1 to 10 ms; one that stands still is not waited for.
  private static func waitsForClock(_ file: OpenFile, after fingerprint: Fingerprint) -> Bool {
    for attempt in 0..<10 {
      if attempt > 0 {
        pause(milliseconds: 2)
        // Writing is what sets the time.
        guard (try? file.write([0x20])) != nil else { return false }
      }
      guard let now = try? file.status().modifiedNanoseconds else { return false }
      if fingerprint.isOlder(than: now) { return true }
    }
    return false
  }

  /// Whether the files are as they were when they were written.
  func agrees(with states: [String: FileState]) -> Bool {
    fingerprint.entries.allSatisfy { $0.state.isDirectory || states[$0.path] == $0.state }
  }

  /// Gives the fingerprint its name, if everything is still as it was seen.
  ///
  /// No flush: what a power cut leaves of it is seen to be no fingerprint.
  func keep() {
    guard registry.currentFingerprint(of: version, manifest: manifest) == fingerprint,
      let text = fingerprint.text, (try? write(text)) != nil
    else { return discard() }
  }

  private func write(_ text: [UInt8]) throws(RegistryError) {
    let own = try registry.own()
    let directory = RegistryDirectory.fingerprintsName
    if try own.status(of: directory) == nil {
      try own.makeDirectory(directory, existingIsFine: true)
    }
    try file.truncate(to: 0)
    try file.seek(to: 0)
    try file.write(text)
    try staging.rename(temporary, to: version.description, in: own.directory(directory))
    // Only now: closing lets go of the lock.
    try file.close()
  }

  /// Removes what was begun.
  func discard() { try? staging.remove(temporary) }
}
