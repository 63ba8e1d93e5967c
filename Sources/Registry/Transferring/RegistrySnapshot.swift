/// One consistent state of a registry: its small files, read under the lock, and the versions that
/// were there then, which never change.
struct RegistrySnapshot {
  /// By path below the registry directory.
  let files: [(path: String, bytes: [UInt8])]
  let versions: [ModelVersion]
  let hasOwnDirectory: Bool
  private let registry: RegistryDirectory

  init(_ registry: RegistryDirectory, lockTimeoutSeconds: Int) throws(RegistryError) {
    let lock = try registry.lockToRead(timeoutSeconds: lockTimeoutSeconds)
    defer { withExtendedLifetime(lock) {} }
    self.registry = registry
    var files: [(path: String, bytes: [UInt8])] = []
    func take(_ name: String, in directory: Directory, below prefix: String) throws(RegistryError) {
      guard try directory.status(of: name) != nil else { return }
      let bytes = try directory.regularFile(name).readAll(
        limit: RegistryDirectory.maximumJournalBytes)
      files.append((prefix + name, bytes))
    }
    let own = try registry.ownIfThere()
    hasOwnDirectory = own != nil
    if let own {
      try take(RegistryDirectory.formatName, in: own, below: RegistryDirectory.ownName + "/")
      // A torn end is no event; the copy goes without.
      let journal = try registry.journal()
      if journal.wholeByteCount > 0 {
        try take(Journal.fileName, in: own, below: RegistryDirectory.ownName + "/")
        files[files.count - 1].bytes.removeLast(journal.tail.count)
      }
    }
    for alias in try registry.aliases() {
      // A damaged one would be refused where it is imported.
      _ = try AliasRecord.read(alias, in: registry.root)
      try take(alias.fileName, in: registry.root, below: "")
    }
    try take(Policy.fileName, in: registry.root, below: "")
    self.files = files
    versions = try registry.versions()
  }

  /// Copies everything; each file of a version is compared with its manifest on the way.
  func copy(to sink: inout some TransferSink) throws(RegistryError) {
    if hasOwnDirectory { try sink.addDirectory(RegistryDirectory.ownName, isSealed: false) }
    for file in files { try sink.addFile(file.path, file.bytes) }
    for version in versions {
      let directory = try VersionDirectory(version, in: registry)
      try sink.addDirectory(version.description, isSealed: true)
      try directory.copy(to: &sink, below: version.description + "/", isSealed: true)
    }
  }
}
