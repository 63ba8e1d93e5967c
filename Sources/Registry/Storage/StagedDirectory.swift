/// A directory below `.registry/staging/`, locked for as long as its maker lives, so that clean-up
/// can tell a leftover from work in progress.
struct StagedDirectory {
  let name: String
  let staging: Directory
  /// Holds the lock for as long as it is open.
  let directory: Directory

  /// Clean-up can take the new directory for a leftover before it is locked: then another is made.
  init(_ purpose: String, in staging: Directory) throws(RegistryError) {
    for _ in 0..<Self.attempts {
      let name = staging.temporaryName(purpose)
      try staging.makeDirectory(name)
      if let directory = try staging.lockedDirectory(name) {
        self.name = name
        self.staging = staging
        self.directory = directory
        return
      }
      // Clean-up may only have looked at it.
      try? staging.remove(name, isDirectory: true)
    }
    throw .noSuchFile(path: staging.pathOf(purpose))
  }

  private static let attempts = 100
}

extension Directory {
  /// Opens a directory of this one and locks it; `nil` when another process holds it, or when the
  /// name means it no more.
  ///
  /// The name is looked at again under the lock: who held it before may have removed or moved it.
  func lockedDirectory(_ name: String) throws(RegistryError) -> Directory? {
    let opened: Directory
    do { opened = try directory(name) } catch {
      if case .noSuchFile = error { return nil }
      throw error
    }
    guard try opened.file.tryLock(), let named = try status(of: name) else { return nil }
    let locked = try opened.file.status()
    return named.device == locked.device && named.inode == locked.inode ? opened : nil
  }
}
