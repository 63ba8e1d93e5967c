/// The open directory of a registered version with its manifest.
struct VersionDirectory {
  let directory: Directory
  let manifest: Manifest
  let hasher: any SHA256Hasher.Type

  init(directory: Directory, manifest: Manifest, hasher: any SHA256Hasher.Type) {
    self.directory = directory
    self.manifest = manifest
    self.hasher = hasher
  }

  /// - Throws: ``RegistryError/noSuchVersion(_:registry:known:)``, or the integrity error that says
  ///   what is wrong with the manifest.
  init(_ version: ModelVersion, in registry: RegistryDirectory) throws(RegistryError) {
    let name = version.description
    guard let status = try registry.root.status(of: name) else {
      try registry.retirementsIfReadable().refusePruned(version)
      throw .noSuchVersion(
        version, registry: registry.root.path, known: try registry.versions())
    }
    guard status.kind == .directory else {
      throw .damagedFile(path: registry.root.pathOf(name), .notADirectory)
    }
    hasher = registry.hasher
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
      case .contents: _ = try checkContent(file)
      }
    }
    // A manifest of another tool may list some files only.
    if manifest.isSealed { try refuseUnregistered() }
  }

  /// A model that is a directory loads whatever lies there, so nothing may have been added.
  func refuseUnregistered() throws(RegistryError) {
    try refuseUnregistered(in: directory, path: "", known: manifest.registeredNames)
  }

  private func refuseUnregistered(
    in directory: Directory, path: String, known: RegisteredNames
  ) throws(RegistryError) {
    for entry in try directory.entries() {
      let entryPath = path + entry.name
      let isDirectory = try directory.status(of: entry.name)?.kind == .directory
      guard entry.isUTF8, known.contains(entryPath, isDirectory: isDirectory) else {
        throw .damagedFile(path: directory.pathOf(entry.name), .notRegistered)
      }
      if isDirectory {
        let inner = try directory.directory(entry.name)
        try refuseUnregistered(in: inner, path: entryPath + "/", known: known)
      }
    }
  }

  /// Opens a file of the version and compares its size.
  func open(_ file: Manifest.File) throws(RegistryError) -> OpenFile {
    let opened: OpenFile
    do { opened = try directory.fileBelow(file.path) } catch {
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

  /// Hashes a file of the version.
  ///
  /// - Returns: How many bytes it has.
  func checkContent(_ file: Manifest.File) throws(RegistryError) -> Int {
    let opened = try open(file)
    var hash = hasher.init()
    let expected = Int(opened.openingStatus?.byteCount ?? 0)
    var block = [UInt8](repeating: 0, count: min(256 << 10, expected + 1))
    var byteCount = 0
    while case let count = try opened.read(into: &block), count > 0 {
      hash.update(block[..<count])
      byteCount += count
    }
    guard hash.finalize() == file.digest else {
      throw .damagedFile(path: opened.path, .content)
    }
    return byteCount
  }

  /// The name of the model: a file `model.…`, or the directory `model`. The manifest says which;
  /// one of another tool may not list it, and then the directory is looked at.
  func modelName() throws(RegistryError) -> String {
    let model = ArtifactKind.model.storedName
    let listed = manifest.files.map { PathText.parts($0.path)[0] }
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
  /// registered. A file that a manifest of another tool does not list is returned as it is.
  func read(_ path: String, limit: Int) throws(RegistryError) -> [UInt8] {
    let listed = manifest.files.first { $0.path.utf8.elementsEqual(path.utf8) }
    if listed == nil, manifest.isSealed {
      throw .damagedFile(path: directory.pathOf(path), .notRegistered)
    }
    let file = if let listed { try open(listed) } else { try directory.fileBelow(path) }
    let bytes = try file.readAll(limit: limit)
    guard let listed else { return bytes }
    var hash = hasher.init()
    hash.update(bytes[...])
    guard hash.finalize() == listed.digest else {
      throw .damagedFile(path: file.path, .content)
    }
    return bytes
  }
}

extension VersionDirectory {
  /// The line of the history that says that this version was registered.
  ///
  /// - Parameter line: The line that is there and is to be compared: then the metric is the one that
  ///   it names, as the metrics file says it, where that can be read. The main one when `nil`.
  /// - Returns: The entry.
  /// - Throws: A file error that keeps the metrics from being read.
  func registration(comparedWith line: JournalEntry? = nil) throws(RegistryError) -> JournalEntry {
    var metric = line?.metric
    do {
      let metrics = try EvaluationMetrics(self)
      // A line need not name one: lines did not once.
      metric = if let line { line.metric.flatMap { metrics.entry($0.name) } } else { metrics.main }
    } catch { guard error.meansDamage else { throw error } }
    return JournalEntry(registering: manifest, metric: metric)
  }
}

extension VersionDirectory {
  /// The members of an artifact that is a JSON object, compared with the digest in the manifest.
  func object(_ kind: ArtifactKind) throws(RegistryError) -> JSONObject {
    let bytes = try read(kind.storedName, limit: JSONReader.maximumBytes)
    return try RecordFile.object(bytes, path: directory.pathOf(kind.storedName)).fields
  }
}

extension Directory {
  /// Opens a file by its path below this directory, as a manifest has it.
  func fileBelow(_ path: String) throws(RegistryError) -> OpenFile {
    var parts = PathText.parts(path)
    let name = parts.removeLast()
    var directory = self
    for part in parts { directory = try directory.directory(part) }
    return try directory.regularFile(name)
  }

  /// The members of a file that is a JSON object, and is no record.
  func object(_ name: String) throws(RegistryError) -> JSONObject {
    let bytes = try regularFile(name).readAll(limit: JSONReader.maximumBytes)
    return try RecordFile.object(bytes, path: pathOf(name)).fields
  }
}
