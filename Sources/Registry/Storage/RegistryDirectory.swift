/// The open registry directory and what the library keeps for itself in `.registry/`.
struct RegistryDirectory {
  static let ownName = ".registry"
  static let formatName = "format.json"
  private static let lockName = "lock"
  static let stagingName = "staging"
  /// The newest layout of `.registry/` that this release knows and the one it writes.
  private static let format = 1
  private static let formatText = Array("{\n  \"format\": \(format)\n}\n".utf8)

  let root: Directory
  /// What hashes the content of files; records are small and hashed with ``SHA256``.
  let hasher: any SHA256Hasher.Type
  /// `.registry/`, where it was there when the registry was opened.
  private let openedOwn: Directory?

  /// Opens a registry to read from; nothing is written and no lock is taken.
  ///
  /// - Throws: ``RegistryError/noRegistry(path:)``, ``RegistryError/newerFormat(path:found:known:)``
  ///   or a file error.
  static func openToRead(
    _ path: String, fileSystem: any FileSystem, hasher: any SHA256Hasher.Type = SHA256.self
  ) throws(RegistryError) -> RegistryDirectory {
    do {
      let root = try Directory.open(path, fileSystem: fileSystem)
      let own = try root.directoryIfThere(ownName)
      if let own { try checkFormat(own) }
      return RegistryDirectory(root: root, hasher: hasher, openedOwn: own)
    } catch {
      if case .noSuchFile(path) = error { throw .noRegistry(path: path) }
      throw error
    }
  }

  /// Opens a registry to write to, making what is missing.
  static func openToWrite(
    _ path: String, fileSystem: any FileSystem, hasher: any SHA256Hasher.Type = SHA256.self
  ) throws(RegistryError) -> RegistryDirectory {
    let root = try Directory.openOrMake(path, fileSystem: fileSystem)
    let own = try root.directoryOrMake(ownName)
    let registry = RegistryDirectory(root: root, hasher: hasher, openedOwn: own)
    if try own.status(of: formatName) == nil {
      // Written last: where it stands, the names that lead to the registry are on the disk.
      try Directory.syncNames(on: path, fileSystem: fileSystem)
      try root.file.sync()
      try registry.writeFormat(own)
    }
    try checkFormat(own)
    return registry
  }

  private static func checkFormat(_ own: Directory) throws(RegistryError) {
    let record: RecordFile
    do {
      let text = try RecordFile.text(formatName, in: own)
      // Byte for byte what this release writes: nothing needs to be read.
      if text == formatText { return }
      record = try RecordFile(text, path: own.pathOf(formatName))
    } catch {
      if case .noSuchFile = error { return }
      throw error
    }
    guard let found = try record.integer("format") else { throw record.wrong("format", "a number") }
    guard found <= format else {
      throw .newerFormat(path: record.path, found: found, known: format)
    }
    guard found == format else { throw record.wrong("format", "\(format)") }
  }

  /// Under the lock, as all files in `staging/` are written: clean-up takes it, too.
  private func writeFormat(_ own: Directory) throws(RegistryError) {
    let lock = try lock(for: "the first write", timeoutSeconds: 10)
    defer { withExtendedLifetime(lock) {} }
    if try own.status(of: Self.formatName) == nil {
      let staging = try own.directoryOrMake(Self.stagingName)
      try staging.replaceFile(Self.formatName, in: own, with: Self.formatText)
    }
    lock.finish()
  }

  // MARK: Parts

  func own() throws(RegistryError) -> Directory {
    if let openedOwn { openedOwn } else { try root.directoryOrMake(Self.ownName) }
  }

  func ownIfThere() throws(RegistryError) -> Directory? {
    if let openedOwn { openedOwn } else { try root.directoryIfThere(Self.ownName) }
  }

  /// Where unfinished work lies.
  func staging() throws(RegistryError) -> Directory { try own().directoryOrMake(Self.stagingName) }

  /// Where unfinished work lies, if there ever was any.
  func stagingIfThere() throws(RegistryError) -> Directory? {
    guard let own = try ownIfThere(), try own.status(of: Self.stagingName) != nil else {
      return nil
    }
    return try own.directory(Self.stagingName)
  }

  /// The lock that orders the writers, taken without a word in it and without waiting, and held
  /// until the value goes away; `nil` when a writer has it. Before the first write there is no file.
  func lockToLook() throws(RegistryError) -> [OpenFile]? {
    guard let own = try ownIfThere(), try own.status(of: Self.lockName) != nil else { return [] }
    let file = try own.regularFile(Self.lockName)
    return try file.tryLock() ? [file] : nil
  }

  /// The same, waiting for a writer to end.
  ///
  /// - Throws: ``RegistryError/busy(path:holder:waitedSeconds:)`` after `timeoutSeconds`.
  func lockToRead(timeoutSeconds: Int) throws(RegistryError) -> [OpenFile] {
    var lock: [OpenFile]?
    let path = PathText.join(root.pathOf(Self.ownName), Self.lockName)
    try waiting(
      seconds: timeoutSeconds,
      for: { () throws(RegistryError) in
        lock = try lockToLook()
        return lock != nil
      }
    ) { .busy(path: path, holder: "another process", waitedSeconds: timeoutSeconds) }
    return lock ?? []
  }

  /// Takes the lock that orders the writers; it is let go with the returned value.
  ///
  /// - Throws: ``RegistryError/busy(path:holder:waitedSeconds:)`` after `timeoutSeconds`.
  func lock(for work: String, timeoutSeconds: Int) throws(RegistryError) -> WriterLock {
    try WriterLock(Self.lockName, in: own(), for: work, timeoutSeconds: timeoutSeconds)
  }

  /// The registered versions, lowest first.
  func versions() throws(RegistryError) -> [ModelVersion] {
    let directories = try versionDirectories()
    guard !directories.isEmpty else { return [] }
    return try retirementsIfReadable().remaining(directories)
  }

  /// The versions whose directories are here, lowest first.
  func versionDirectories() throws(RegistryError) -> [ModelVersion] {
    var versions: [ModelVersion] = []
    for entry in try root.unsortedEntries() where entry.isUTF8 {
      // Only the one spelling that register writes is a version's directory.
      guard let version = ModelVersion(asWritten: entry.name) else { continue }
      // Most file systems tell with the name what it stands for.
      let kind = if let kind = entry.kind { kind } else { try root.status(of: entry.name)?.kind }
      if kind == .directory { versions.append(version) }
    }
    return versions.sorted()
  }

  /// The aliases whose files are here, by name.
  func aliases() throws(RegistryError) -> [AliasName] {
    var aliases: [AliasName] = []
    // Sorted afterwards: most names are those of versions.
    for entry in try root.unsortedEntries() where entry.isUTF8 {
      guard entry.name.utf8.last == UInt8(ascii: "n"), entry.name.hasSuffix(".json"),
        let alias = try? AliasName(String(entry.name.dropLast(5)))
      else { continue }
      aliases.append(alias)
    }
    return aliases.sorted {
      $0.fileName.utf8.lexicographicallyPrecedes($1.fileName.utf8)
    }
  }
}

extension Directory {
  /// Writes a file in this directory, then gives it its name in `target`, replacing what is
  /// there. When this returns, bytes and name are on the disk.
  func replaceFile(
    _ name: String, in target: Directory, with text: [UInt8]
  ) throws(RegistryError) {
    let temporary = temporaryName(name)
    do {
      let file = try newFile(temporary)
      try file.write(text)
      try file.sync()
      try file.close()
      try rename(temporary, to: name, in: target)
    } catch {
      try? remove(temporary)
      throw error
    }
    try target.file.sync()
  }

  /// A name that no other process and no earlier run uses.
  func temporaryName(_ name: String) -> String {
    "\(name)-\(processIdentifier())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
  }
}
