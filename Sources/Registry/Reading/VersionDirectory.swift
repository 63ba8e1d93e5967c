/// The open directory of a registered version with its manifest.
struct VersionDirectory {
  let directory: Directory
  let manifest: Manifest

  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)``, or the integrity error that says
  ///   what is wrong with the manifest.
  init(_ version: ModelVersion, in registry: RegistryDirectory) throws(RegistryError) {
    let name = version.description
    guard try registry.root.status(of: name) != nil else {
      throw .noSuchVersion(
        version, registry: registry.root.path, known: try registry.versions())
    }
    directory = try registry.root.directory(name)
    do { manifest = try Manifest(of: version, in: directory) } catch {
      if case .noSuchFile(let path) = error { throw .damagedFile(path: path, .missing) }
      throw error
    }
  }

  /// How much of a version is checked.
  enum Depth {
    /// Every file is there and has its size.
    case sizes
    /// Every file has its digest.
    case contents
  }

  /// Checks the files against the manifest.
  ///
  /// - Throws: ``RegistryError/damagedFile(path:_:)`` for the first file that is not as registered.
  func check(_ depth: Depth) throws(RegistryError) {
    for file in manifest.files {
      switch depth {
      case .sizes: _ = try open(file)
      case .contents: try checkContent(file)
      }
    }
  }

  /// Opens a file of the version and compares its size.
  func open(_ file: Manifest.File) throws(RegistryError) -> OpenFile {
    let opened: OpenFile
    do { opened = try openBelow(file.path) } catch {
      switch error {
      case .noSuchFile(let path): throw .damagedFile(path: path, .missing)
      case .notARegularFile(let path): throw .damagedFile(path: path, .notARegularFile)
      default: throw error
      }
    }
    let found = Int(try opened.status().byteCount)
    if let expected = file.byteCount, expected != found {
      throw .damagedFile(path: opened.path, .size(expected: expected, found: found))
    }
    return opened
  }

  private func openBelow(_ path: String) throws(RegistryError) -> OpenFile {
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.removeLast()
    var directory = self.directory
    for part in parts { directory = try directory.directory(part) }
    return try directory.regularFile(name)
  }

  private func checkContent(_ file: Manifest.File) throws(RegistryError) {
    let opened = try open(file)
    var hash = SHA256()
    var block: [UInt8] = []
    while try opened.read(upTo: 256 << 10, into: &block) > 0 {
      hash.update(block)
      block.removeAll(keepingCapacity: true)
    }
    guard hash.finalize() == file.digest else {
      throw .damagedFile(path: opened.path, .content)
    }
  }

  /// The name of the model: a file `model.…`, or the directory `model`. The manifest says which;
  /// one of another tool may not list it, and then the directory is looked at.
  func modelName() throws(RegistryError) -> String {
    let model = ArtifactKind.model.storedName
    let listed = manifest.files.map { String($0.path.prefix { $0 != "/" }) }
    let present = manifest.isSealed ? listed : try directory.entries().map(\.name)
    let names = Set(present.filter { $0 == model || $0.hasPrefix(model + ".") }).sorted()
    guard let name = names.first else {
      throw .damagedFile(path: directory.pathOf(model + ".*"), .missing)
    }
    guard names.count == 1 else {
      throw .ambiguousModel(directory: directory.path, names: names)
    }
    return name
  }

  /// The content of a file, compared with the digest in the manifest: what is returned is what was
  /// registered. A file that the manifest does not list is returned as it is.
  func read(_ path: String, limit: Int) throws(RegistryError) -> [UInt8] {
    let listed = manifest.files.first { $0.path == path }
    let file = if let listed { try open(listed) } else { try openBelow(path) }
    let bytes = try file.readAll(limit: limit)
    if let listed, SHA256.digest(of: bytes) != listed.digest {
      throw .damagedFile(path: file.path, .content)
    }
    return bytes
  }
}
