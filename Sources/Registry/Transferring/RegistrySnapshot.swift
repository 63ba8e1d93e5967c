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
      try directory.check(.sizes)
      let digests = Dictionary(
        directory.manifest.files.map { (Array($0.path.utf8), $0.digest) }, uniquingKeysWith: { $1 })
      try copy(
        directory.directory, as: version.description, path: "", manifest: directory.manifest,
        digests: digests, to: &sink)
    }
  }

  private func copy(
    _ directory: Directory, as storedPath: String, path: String, manifest: Manifest,
    digests: [[UInt8]: SHA256Digest], to sink: inout some TransferSink
  ) throws(RegistryError) {
    try sink.addDirectory(storedPath, isSealed: true)
    for entry in try directory.entries() {
      guard entry.isUTF8 else {
        throw .unusableFileName(directory: directory.path, name: entry.name)
      }
      let (stored, inner) = ("\(storedPath)/\(entry.name)", path + entry.name)
      if try directory.status(of: entry.name)?.kind == .directory {
        try copy(
          directory.directory(entry.name), as: stored, path: inner + "/", manifest: manifest,
          digests: digests, to: &sink)
      } else {
        let isManifest = inner.utf8.elementsEqual(Manifest.fileName.utf8)
        let digest = isManifest ? manifest.digest : digests[Array(inner.utf8)]
        try copy(directory.regularFile(entry.name), as: stored, digest: digest, to: &sink)
      }
    }
  }

  private func copy(
    _ file: OpenFile, as path: String, digest: SHA256Digest?, to sink: inout some TransferSink
  ) throws(RegistryError) {
    let expected = Int(try file.status().byteCount)
    try sink.beginFile(path, byteCount: expected, isSealed: true)
    var hash = registry.hasher.init()
    var block: [UInt8] = []
    var byteCount = 0
    while try file.read(upTo: 256 << 10, into: &block) > 0 {
      byteCount += block.count
      guard byteCount <= expected else { break }
      hash.update(block[...])
      try sink.write(block)
      block.removeAll(keepingCapacity: true)
    }
    guard byteCount == expected else { throw .changedWhileCopied(path: file.path) }
    try sink.endFile()
    guard let digest else { return }
    guard hash.finalize() == digest else { throw .damagedFile(path: file.path, .content) }
  }
}
