extension Examiner {
  /// Finds what killed runs left in `.registry/staging/`, and removes it when it repairs.
  ///
  /// A directory of a live maker is locked by it, and so is a fingerprint. Everything else there is
  /// written, or moved there, by whoever holds the writers' lock, which is ours.
  mutating func examineStaging() throws(RegistryError) {
    guard let staging = try registry.stagingIfThere() else {
      return note(.staging, .ok, "killed runs left nothing behind")
    }
    // A power cut may bring back the name under which a version was staged, beside its own.
    var versions: Set<[UInt64]> = []
    for version in try registry.versionDirectories() {
      if let status = try registry.root.status(of: version.description) {
        versions.insert([status.device, status.inode])
      }
    }
    var leftovers: [String] = []
    var failure: RegistryError?
    for entry in try staging.entries() {
      do throws(RegistryError) {
        if try clear(entry, in: staging, sparing: versions) { leftovers.append(entry.name) }
      } catch { failure = failure ?? error }
    }
    if let failure { return note(.staging, failure) }
    guard !leftovers.isEmpty else {
      return note(.staging, .ok, "killed runs left nothing behind")
    }
    let found = "\(counted(leftovers.count, "leftover")) of killed runs: \(listed(leftovers))"
    if isRepairing {
      note(.staging, .repaired, "removed \(found)")
    } else {
      note(.staging, .problem, found, remedy: Self.repairRemedy)
    }
  }

  /// Whether an entry is a leftover; removed when this repairs.
  private func clear(
    _ entry: DirectoryEntry, in staging: Directory, sparing versions: Set<[UInt64]>
  ) throws(RegistryError) -> Bool {
    guard let status = try staging.status(of: entry.name) else {
      if entry.isUTF8 { return false }
      throw .unusableFileName(directory: staging.path, name: entry.name)
    }
    guard status.kind == .directory else {
      // A fingerprint in the making is written without the writers' lock.
      let file = status.kind == .regular ? try staging.regularFile(entry.name) : nil
      guard try file?.tryLock() ?? true else { return false }
      // It may have got its name, or have been removed, before it was locked.
      guard let now = try staging.status(of: entry.name), now.inode == status.inode else {
        return false
      }
      if isRepairing { try staging.remove(entry.name) }
      return true
    }
    guard !versions.contains([status.device, status.inode]) else { return false }
    guard let directory = try staging.lockedDirectory(entry.name) else { return false }
    // Held until it is gone: its maker, if one lives, finds that out and begins anew.
    defer { withExtendedLifetime(directory) {} }
    if isRepairing {
      try directory.removeContents()
      try staging.remove(entry.name, isDirectory: true)
    }
    return true
  }
}
