/// A version in the making: a directory below `.registry/staging/` that no reader looks at.
///
/// Each file is copied and hashed in one pass, so the digest is that of the bytes written, and is
/// on the disk before the version gets its name.
struct StagedVersion {
  /// How deep a model directory may be nested.
  static let maximumDepth = 32
  private static let blockSize = 256 << 10
  /// So that the disk works while the next bytes are hashed.
  private static let writtenAtOnce = 8 << 20
  static let fileMode: UInt32 = 0o444
  static let directoryMode: UInt32 = 0o555

  private let staged: StagedDirectory
  var name: String { staged.name }
  var staging: Directory { staged.staging }
  var directory: Directory { staged.directory }
  private(set) var files: [Manifest.File] = []
  /// Each file, the manifest among them, as it was when its last byte was on the disk.
  private(set) var states: [String: FileState] = [:]
  private let hasher: any SHA256Hasher.Type

  init(
    _ version: ModelVersion, in staging: Directory, hasher: any SHA256Hasher.Type
  ) throws(RegistryError) {
    self.hasher = hasher
    staged = try StagedDirectory("register-\(version)", in: staging)
  }

  /// Copies a file or a directory with all that is in it.
  ///
  /// - Returns: the bytes of a file when `keepsBytes` asks for them.
  @discardableResult
  mutating func add(
    _ name: String, from source: Directory, as storedName: String, keepsBytes: Bool = false
  ) throws(RegistryError) -> [UInt8] {
    try check(name, in: source)
    guard storedName != Manifest.fileName, try directory.status(of: storedName) == nil else {
      throw .nameTaken(path: source.pathOf(name), storedName: storedName)
    }
    guard try source.status(of: name)?.kind == .directory else {
      return try copyFile(
        name, from: source, to: directory, as: storedName, path: storedName,
        keepsBytes: keepsBytes)
    }
    try copyDirectory(name, from: source, to: directory, as: storedName, path: storedName, depth: 1)
    return []
  }

  /// Refuses a name that could not be printed on one line.
  private func check(_ name: String, in source: Directory) throws(RegistryError) {
    guard !name.unicodeScalars.contains(where: \.isControl) else {
      throw .unusableFileName(directory: source.path, name: name)
    }
  }

  private mutating func copyDirectory(
    _ name: String, from parent: Directory, to target: Directory, as storedName: String,
    path: String, depth: Int
  ) throws(RegistryError) {
    guard depth <= Self.maximumDepth else {
      throw .directoryTooDeep(path: parent.pathOf(name), limit: Self.maximumDepth)
    }
    let source = try parent.directory(name)
    try target.makeDirectory(storedName)
    let copy = try target.directory(storedName)
    let before = files.count
    for entry in try source.entries() {
      guard entry.isUTF8 else {
        throw .unusableFileName(directory: source.path, name: entry.name)
      }
      try check(entry.name, in: source)
      let entryPath = path + "/" + entry.name
      if try source.status(of: entry.name)?.kind == .directory {
        try copyDirectory(
          entry.name, from: source, to: copy, as: entry.name, path: entryPath, depth: depth + 1)
      } else {
        try copyFile(
          entry.name, from: source, to: copy, as: entry.name, path: entryPath, keepsBytes: false)
      }
    }
    guard files.count > before else {
      // A manifest lists files: a directory without any is no part of a version.
      return try target.remove(storedName, isDirectory: true)
    }
    try copy.file.changeMode(to: Self.directoryMode)
    try copy.file.sync()
  }

  @discardableResult
  private mutating func copyFile(
    _ name: String, from source: Directory, to target: Directory, as storedName: String,
    path: String, keepsBytes: Bool
  ) throws(RegistryError) -> [UInt8] {
    let input = try source.regularFile(name)
    let expected = Int(try input.status().byteCount)
    let output = try target.newFile(storedName)
    var hash = hasher.init()
    var kept: [UInt8] = []
    var block = [UInt8](repeating: 0, count: min(Self.blockSize, expected + 1))
    var (byteCount, begun) = (0, 0)
    while case let count = try input.read(into: &block), count > 0 {
      hash.update(block[..<count])
      try output.write(block[..<count])
      byteCount += count
      if byteCount - begun >= Self.writtenAtOnce {
        output.beginWriting(from: begun, byteCount: byteCount - begun)
        begun = byteCount
      }
      // A file that grows for ever must not be copied for ever.
      guard byteCount <= expected else { break }
      if keepsBytes && byteCount <= JSONReader.maximumBytes { kept += block[..<count] }
    }
    guard byteCount == expected else { throw .changedWhileCopied(path: input.path) }
    try seal(output, path: path)
    files.append(Manifest.File(path: path, digest: hash.finalize(), byteCount: byteCount))
    return kept
  }

  /// Writes the manifest, the last file of a version.
  mutating func write(manifest text: [UInt8]) throws(RegistryError) {
    let file = try directory.newFile(Manifest.fileName)
    try file.write(text)
    try seal(file, path: Manifest.fileName)
    try directory.file.sync()
  }

  private mutating func seal(_ file: OpenFile, path: String) throws(RegistryError) {
    try file.changeMode(to: Self.fileMode)
    try file.sync()
    states[path] = (try? file.status()).flatMap(FileState.init)
    try file.close()
  }

  /// Removes what was staged, as far as that is possible: what stays is a leftover that every
  /// command ignores.
  func discard() {
    try? staging.removeTree(name)
  }
}

extension Directory {
  /// Takes the write permission off a version's own directory, for good.
  func sealMode() throws(RegistryError) {
    try file.changeMode(to: StagedVersion.directoryMode)
    try file.sync()
  }
}

extension Unicode.Scalar {
  /// C0, DEL and C1.
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
