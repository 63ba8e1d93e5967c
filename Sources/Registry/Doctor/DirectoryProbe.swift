/// A directory in which it is tried out what the file system does.
struct DirectoryProbe {
  private let staged: StagedDirectory
  private var directory: Directory { staged.directory }

  /// How far two clocks may be apart.
  static let toleratedSeconds = 60

  init(in staging: Directory) throws(RegistryError) {
    staged = try StagedDirectory("doctor", in: staging)
  }

  /// Removes the directory.
  func discard() throws(RegistryError) {
    try directory.removeContents()
    try staged.staging.remove(staged.name, isDirectory: true)
  }

  private func write(_ text: String, to name: String) throws(RegistryError) {
    let file = try directory.newFile(name)
    try file.write(Array(text.utf8))
    try file.close()
  }

  private func text(_ name: String) throws(RegistryError) -> String {
    String(decoding: try directory.regularFile(name).readAll(limit: 64), as: UTF8.self)
  }

  /// A reader that has the old file open keeps it, and the name means the new one.
  func renameReplaces() throws(RegistryError) -> Bool {
    try write("old", to: "replaced.json")
    try write("new", to: "replacement")
    let reader = try directory.regularFile("replaced.json")
    try directory.rename("replacement", to: "replaced.json", in: directory)
    let old = String(decoding: try reader.readAll(limit: 64), as: UTF8.self)
    let new = try text("replaced.json")
    let rest = try directory.status(of: "replacement")
    return old == "old" && new == "new" && rest == nil
  }

  /// As register does it, with directories: a plain rename would replace an empty one.
  ///
  /// - Returns: `nil` when the file system does not have the call.
  func exclusiveRenameRefuses() throws(RegistryError) -> Bool? {
    for name in ["taken", "first", "second"] { try directory.makeDirectory(name) }
    let here = directory.file.descriptor
    let before = try directory.status(of: "taken")?.inode
    do {
      try directory.fileSystem.renameExclusively("first", in: here, to: "taken", in: here)
      return false
    } catch {
      if error.meansUnsupported { return nil }
      guard error.meansTaken else { throw directory.failure("renameat2", "taken", error) }
    }
    do {
      try directory.fileSystem.renameExclusively("second", in: here, to: "free", in: here)
    } catch { throw directory.failure("renameat2", "free", error) }
    let after = try directory.status(of: "taken")?.inode
    let names = try directory.entries().map(\.name)
    return after == before && names.contains("first") && names.contains("free")
      && !names.contains("second")
  }

  /// `flock` locks belong to an opened file, not to a process: a second open of the file is kept out
  /// just as one of another process is.
  func lockExcludes() throws(RegistryError) -> Bool {
    let first = try directory.fileOrMake("lock")
    let second = try directory.fileOrMake("lock")
    guard try first.tryLock(), try !second.tryLock() else { return false }
    try first.close()
    return try second.tryLock()
  }

  func directoryIsFlushed() throws(RegistryError) -> Bool {
    try directory.file.sync()
    return true
  }

  func caseIsKept() throws(RegistryError) -> Bool {
    try write("lower", to: "case")
    return try directory.status(of: "CASE") == nil
  }

  func modesStick() throws(RegistryError) -> Bool {
    try write("", to: "sealed")
    try directory.makeDirectory("sealed-directory")
    let file = try directory.regularFile("sealed")
    let inner = try directory.directory("sealed-directory").file
    try file.changeMode(to: StagedVersion.fileMode)
    try inner.changeMode(to: StagedVersion.directoryMode)
    let modes = [try file.status().mode, try inner.status().mode]
    return modes == [StagedVersion.fileMode, StagedVersion.directoryMode]
  }

  /// By how many seconds the file system's clock is ahead of the system's.
  func clockDifference(to now: Timestamp) throws(RegistryError) -> Int {
    try write("now", to: "clock")
    let written = try directory.status(of: "clock")?.modifiedNanoseconds ?? 0
    return Int(written / 1_000_000_000) - now.secondsSinceEpoch
  }
}
