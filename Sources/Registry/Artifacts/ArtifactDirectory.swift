/// A directory that training has filled: what is there, under which of its names.
public struct ArtifactDirectory: Sendable, Equatable {
  /// The directory.
  public let path: String
  /// What was found, at most one of each kind.
  public let items: [Item]

  /// One artifact.
  public struct Item: Sendable, Equatable {
    /// What it is for.
    public let kind: ArtifactKind
    /// The name in the directory, such as `model_v1.onnx`.
    public let name: String
    /// The name in a registered version, such as `model.onnx`.
    public let storedName: String
  }

  /// Looks at what is in a directory.
  ///
  /// - Throws: ``RegistryError/missingArtifacts(directory:missing:)``,
  ///   ``RegistryError/ambiguousModel(directory:names:)`` or a file error.
  public init(_ path: String) throws(RegistryError) {
    try self.init(path, fileSystem: PosixFileSystem())
  }

  /// The directory on another file system, for tests.
  package init(_ path: String, fileSystem: any FileSystem) throws(RegistryError) {
    let directory = try Directory.open(path, fileSystem: fileSystem)
    let names = try directory.entries().map(\.name)
    var items: [Item] = []
    for kind in ArtifactKind.allCases {
      if let item = try Self.item(kind, among: names, in: path) { items.append(item) }
    }
    let missing = ArtifactKind.allCases.filter { kind in
      kind.isRequired && !items.contains { $0.kind == kind }
    }
    guard missing.isEmpty else { throw .missingArtifacts(directory: path, missing: missing) }
    self.path = path
    self.items = items
  }

  /// The path of an artifact, if it is there.
  public func path(of kind: ArtifactKind) -> String? {
    items.first { $0.kind == kind }.map { PathText.join(path, $0.name) }
  }

  /// The path of one artifact in a directory that may lack others; `nil` when it is not there.
  static func find(
    _ kind: ArtifactKind, in path: String, fileSystem: any FileSystem
  ) throws(RegistryError) -> String? {
    do {
      let names = try Directory.open(path, fileSystem: fileSystem).entries().map(\.name)
      return try item(kind, among: names, in: path).map { PathText.join(path, $0.name) }
    } catch {
      if case .noSuchFile = error { return nil }
      throw error
    }
  }

  private static func item(
    _ kind: ArtifactKind, among names: [String], in directory: String
  ) throws(RegistryError) -> Item? {
    for base in [kind.sourceName, kind.storedName] {
      let found = names.filter { $0 == base || (kind == .model && $0.hasPrefix(base + ".")) }
      guard found.count <= 1 else { throw .ambiguousModel(directory: directory, names: found) }
      if let name = found.first {
        let suffix = name.dropFirst(base.count)
        return Item(kind: kind, name: name, storedName: kind.storedName + suffix)
      }
    }
    return nil
  }
}
