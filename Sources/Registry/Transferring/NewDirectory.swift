/// A directory that appears whole, under its name, when it is finished: until then it lies beside
/// it under a name that begins with a dot.
struct NewDirectory: TransferSink {
  let path: String
  private let name: String
  private let replacesEmpty: Bool
  private let parent: Directory
  private let staged: StagedDirectory
  private var file: OpenFile?
  private var isSealed = false
  /// In the order in which they were made.
  private var directories: [(path: String, isSealed: Bool)] = []

  /// - Throws: ``RegistryError/fileInTheWay(path:)`` when anything but an empty directory is there.
  init(_ path: String, mayBeEmpty: Bool, fileSystem: any FileSystem) throws(RegistryError) {
    let (parentPath, name) = PathText.split(path)
    guard !name.isEmpty, name != ".", name != ".." else { throw .fileInTheWay(path: path) }
    self.path = path
    self.name = name
    parent = try Directory.openOrMake(parentPath, fileSystem: fileSystem)
    if let status = try parent.status(of: name) {
      guard mayBeEmpty, status.kind == .directory,
        try parent.directory(name).entries().isEmpty
      else { throw .fileInTheWay(path: path) }
      replacesEmpty = true
    } else {
      replacesEmpty = false
    }
    staged = try StagedDirectory(".\(name)", in: parent)
  }

  /// Where it lies until it is finished.
  var stagedPath: String { parent.pathOf(staged.name) }

  /// Whether what is Registry's own is in it.
  var hasOwnDirectory: Bool { directories.contains { $0.path == RegistryDirectory.ownName } }

  mutating func addDirectory(_ path: String, isSealed: Bool) throws(RegistryError) {
    let (directory, name) = try place(path)
    try directory.makeDirectory(name)
    directories.append((path, isSealed))
  }

  mutating func beginFile(_ path: String, byteCount: Int, isSealed: Bool) throws(RegistryError) {
    let (directory, name) = try place(path)
    file = try directory.newFile(name)
    self.isSealed = isSealed
  }

  func write(_ bytes: [UInt8]) throws(RegistryError) { try file?.write(bytes) }

  mutating func endFile() throws(RegistryError) {
    if isSealed { try file?.changeMode(to: StagedVersion.fileMode) }
    try file?.sync()
    try file?.close()
    file = nil
  }

  /// The open directory of a path that was made before, and the last component.
  private func place(_ path: String) throws(RegistryError) -> (Directory, String) {
    var parts = PathText.parts(path)
    let name = parts.removeLast()
    return (try open(parts), name)
  }

  private func open(_ parts: [String]) throws(RegistryError) -> Directory {
    var directory = staged.directory
    for part in parts { directory = try directory.directory(part) }
    return directory
  }

  /// Brings every name to the disk; everything but the name of the whole is final then.
  func seal() throws(RegistryError) {
    for (path, isSealed) in directories.reversed() {
      let directory = try open(PathText.parts(path))
      if isSealed { try directory.file.changeMode(to: StagedVersion.directoryMode) }
      try directory.file.sync()
    }
    try staged.directory.file.sync()
  }

  /// Gives the directory its name: the moment from which it is there.
  func finish() throws(RegistryError) {
    if replacesEmpty {
      // Where something was put into the directory meanwhile, the kernel refuses.
      do throws(Errno) {
        let here = parent.file.descriptor
        try parent.fileSystem.rename(staged.name, in: here, to: name, in: here)
      } catch {
        throw error.meansTaken ? .fileInTheWay(path: path) : parent.failure("rename", name, error)
      }
    } else {
      try parent.renameExclusively(staged.name, to: name)
    }
    try parent.file.sync()
  }

  /// Removes what was made.
  func discard() { try? parent.removeTree(staged.name) }
}
