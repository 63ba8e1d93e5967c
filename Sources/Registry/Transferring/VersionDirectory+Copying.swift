extension VersionDirectory {
  /// Copies all that is in it; each file is compared with the manifest on the way.
  ///
  /// - Parameters:
  ///   - sink: Where to; the directory that `prefix` names is there already.
  ///   - prefix: What stands before paths: nothing, or a path that ends in `/`.
  ///   - isSealed: Whether the copy is one of a version, which cannot be written to.
  /// - Throws: ``RegistryError/damagedFile(path:_:)`` for what is not as it was registered.
  func copy(
    to sink: inout some TransferSink, below prefix: String, isSealed: Bool
  ) throws(RegistryError) {
    try check(.sizes)
    let digests = Dictionary(
      manifest.files.map { (Array($0.path.utf8), $0.digest) }, uniquingKeysWith: { $1 })
    let copying = Copying(
      manifest: manifest, digests: digests, hasher: hasher, prefix: prefix, isSealed: isSealed)
    try copying.copy(directory, path: "", to: &sink)
  }

  /// What stays the same from file to file.
  private struct Copying {
    let manifest: Manifest
    let digests: [[UInt8]: SHA256Digest]
    let hasher: any SHA256Hasher.Type
    let prefix: String
    let isSealed: Bool

    func copy(
      _ directory: Directory, path: String, to sink: inout some TransferSink
    ) throws(RegistryError) {
      for entry in try directory.entries() {
        guard entry.isUTF8 else {
          throw .unusableFileName(directory: directory.path, name: entry.name)
        }
        let inner = path + entry.name
        if try directory.status(of: entry.name)?.kind == .directory {
          try sink.addDirectory(prefix + inner, isSealed: isSealed)
          try copy(directory.directory(entry.name), path: inner + "/", to: &sink)
        } else {
          let isManifest = inner.utf8.elementsEqual(Manifest.fileName.utf8)
          let digest = isManifest ? manifest.digest : digests[Array(inner.utf8)]
          try copy(directory.regularFile(entry.name), as: prefix + inner, digest, to: &sink)
        }
      }
    }

    private func copy(
      _ file: OpenFile, as path: String, _ digest: SHA256Digest?,
      to sink: inout some TransferSink
    ) throws(RegistryError) {
      let expected = Int(try file.status().byteCount)
      try sink.beginFile(path, byteCount: expected, isSealed: isSealed)
      var hash = hasher.init()
      var block = [UInt8](repeating: 0, count: min(256 << 10, expected + 1))
      var byteCount = 0
      while case let count = try file.read(into: &block), count > 0 {
        byteCount += count
        guard byteCount <= expected else { break }
        hash.update(block[..<count])
        try sink.write(Array(block[..<count]))
      }
      guard byteCount == expected else { throw .changedWhileCopied(path: file.path) }
      try sink.endFile()
      guard let digest else { return }
      guard hash.finalize() == digest else { throw .damagedFile(path: file.path, .content) }
    }
  }
}
