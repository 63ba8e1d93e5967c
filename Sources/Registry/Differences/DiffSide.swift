/// One of two things that are compared, read whole but for the content of its files.
struct DiffSide {
  let name: String
  let version: ModelVersion?
  let contract: ModelContract
  let metadata: JSONObject
  let metrics: [EvaluationMetrics.Entry]
  let files: [Manifest.File]

  /// A registered version.
  init(_ version: ModelVersion, in registry: RegistryDirectory) throws(RegistryError) {
    let directory = try VersionDirectory(version, in: registry)
    name = version.description
    self.version = version
    contract = try ModelContract(directory)
    metadata = try directory.object(.metadata)
    metrics = try EvaluationMetrics(directory).namedBySection
    files = directory.manifest.files
  }

  /// What training left, its files under the names that they would be registered as.
  init(
    _ artifacts: ArtifactDirectory, fileSystem: any FileSystem, hasher: any SHA256Hasher.Type
  ) throws(RegistryError) {
    name = artifacts.path
    version = nil
    contract = try ModelContract(artifacts, fileSystem: fileSystem)
    let directory = try Directory.open(artifacts.path, fileSystem: fileSystem)
    func object(_ kind: ArtifactKind) throws(RegistryError) -> JSONObject {
      // Never nil: what is required is there.
      try directory.object(artifacts.items.first { $0.kind == kind }?.name ?? kind.sourceName)
    }
    metadata = try object(.metadata)
    metrics = try EvaluationMetrics(fields: object(.metrics)).namedBySection
    var digests = FileDigests(hasher: hasher)
    for item in artifacts.items {
      try digests.add(item.name, in: directory, as: item.storedName)
    }
    files = digests.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension EvaluationMetrics {
  /// Every number with the section that it stands in.
  fileprivate var namedBySection: [Entry] {
    places.flatMap { place in
      place.entries.map { entry in
        Entry(
          name: place.path(of: entry),
          value: entry.value)
      }
    }
  }
}

/// The digests of files and of all files in directories, as a manifest would list them.
private struct FileDigests {
  private(set) var files: [Manifest.File] = []
  private let hasher: any SHA256Hasher.Type

  init(hasher: any SHA256Hasher.Type) { self.hasher = hasher }

  mutating func add(
    _ name: String, in directory: Directory, as path: String, depth: Int = 0
  ) throws(RegistryError) {
    guard depth <= StagedVersion.maximumDepth else {
      throw .directoryTooDeep(path: directory.pathOf(name), limit: StagedVersion.maximumDepth)
    }
    guard try directory.status(of: name)?.kind == .directory else {
      return files.append(try digest(directory.regularFile(name), path: path))
    }
    let inner = try directory.directory(name)
    for entry in try inner.entries() where entry.isUTF8 {
      try add(entry.name, in: inner, as: path + "/" + entry.name, depth: depth + 1)
    }
  }

  private func digest(_ file: OpenFile, path: String) throws(RegistryError) -> Manifest.File {
    var hash = hasher.init()
    var byteCount = 0
    let expected = Int(try file.status().byteCount)
    var block = [UInt8](repeating: 0, count: min(256 << 10, expected + 1))
    // A file that grows for ever must not be read for ever.
    while byteCount <= expected, case let count = try file.read(into: &block), count > 0 {
      hash.update(block[..<count])
      byteCount += count
    }
    return Manifest.File(path: path, digest: hash.finalize(), byteCount: byteCount)
  }
}
