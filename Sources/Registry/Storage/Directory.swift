internal import Glibc

/// An open directory. Everything below it is reached by name from here, never by a path that
/// someone could redirect with a link in the meantime.
struct Directory {
  let file: OpenFile
  var path: String { file.path }
  var fileSystem: any FileSystem { file.fileSystem }

  /// Opens the directory at a path that the user gave; links on the way are followed.
  static func open(
    _ path: String, fileSystem: any FileSystem
  ) throws(RegistryError) -> Directory {
    while true {
      do {
        let flags = O_RDONLY | O_DIRECTORY
        let descriptor = try fileSystem.open(path, in: AT_FDCWD, flags: flags, mode: 0)
        return Directory(
          file: OpenFile(descriptor: descriptor, name: path, fileSystem: fileSystem))
      } catch {
        switch error.code {
        case EINTR: continue
        case ENOENT: throw .noSuchFile(path: path)
        default: throw .fileCallFailed(call: "open", path: path, errno: error.code)
        }
      }
    }
  }

  /// Opens the directory at a path, making it and its parents where they are missing; a new
  /// name is on the disk before this returns.
  static func openOrMake(
    _ path: String, fileSystem: any FileSystem
  ) throws(RegistryError) -> Directory {
    do { return try open(path, fileSystem: fileSystem) } catch {
      guard case .noSuchFile = error else { throw error }
    }
    let (parentPath, name) = PathText.split(path)
    guard !name.isEmpty, name != ".", name != ".." else { throw .noSuchFile(path: path) }
    let parent = try openOrMake(parentPath, fileSystem: fileSystem)
    try parent.makeDirectory(name, existingIsFine: true)
    try parent.file.sync()
    return try open(path, fileSystem: fileSystem)
  }

  /// Flushes the directories that a path leads through, whose names a killed run may have made and
  /// not flushed. A directory that cannot be opened or synced is none that it could have made.
  static func syncNames(on path: String, fileSystem: any FileSystem) throws(RegistryError) {
    var path = path
    while true {
      let (parent, name) = PathText.split(path)
      guard parent != path, !name.isEmpty, name != ".", name != ".." else { return }
      do { try open(parent, fileSystem: fileSystem).file.sync() } catch {
        guard error.meansNotWritable else { throw error }
      }
      path = parent
    }
  }

  func pathOf(_ name: String) -> String { PathText.join(path, name) }

  // MARK: Opening

  /// Opens a directory in this one; a link is refused.
  func directory(_ name: String) throws(RegistryError) -> Directory {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
    return Directory(file: try openFile(name, flags: flags, mode: 0))
  }

  /// Opens a directory in this one; `nil` when the name is free.
  func directoryIfThere(_ name: String) throws(RegistryError) -> Directory? {
    do { return try directory(name) } catch {
      if case .noSuchFile = error { return nil }
      throw error
    }
  }

  /// Opens a directory in this one, or makes it; its name is then not on the disk yet.
  func directoryOrMake(_ name: String, mode: UInt32 = 0o755) throws(RegistryError) -> Directory {
    if try status(of: name) == nil {
      try makeDirectory(name, mode: mode, existingIsFine: true)
    }
    return try directory(name)
  }

  /// Opens a regular file to read. Links, FIFOs, sockets and devices are refused at once:
  /// `O_NONBLOCK` keeps a FIFO without a writer from blocking.
  func regularFile(_ name: String) throws(RegistryError) -> OpenFile {
    let opened = try openNoLink(name, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK, mode: 0)
    guard try opened.lookWhenOpened().kind == .regular else {
      throw .notARegularFile(path: opened.path)
    }
    return opened
  }

  /// Makes a new file to write; an existing one is an error.
  func newFile(_ name: String, mode: UInt32 = 0o644) throws(RegistryError) -> OpenFile {
    try openFile(name, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
  }

  /// Opens a file to read and write, making it if it is missing.
  func fileOrMake(_ name: String, mode: UInt32 = 0o644) throws(RegistryError) -> OpenFile {
    try openNoLink(name, flags: O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: mode)
  }

  /// Opens a file, and says so when a link, a socket or a FIFO without a reader has its name.
  private func openNoLink(
    _ name: String, flags: Int32, mode: UInt32
  ) throws(RegistryError) -> OpenFile {
    do { return try openFile(name, flags: flags, mode: mode) } catch {
      if case .fileCallFailed(_, let path, let code) = error, code == ELOOP || code == ENXIO {
        throw .notARegularFile(path: path)
      }
      throw error
    }
  }

  private func openFile(
    _ name: String, flags: Int32, mode: UInt32
  ) throws(RegistryError) -> OpenFile {
    while true {
      do {
        let descriptor = try fileSystem.open(
          name, in: file.descriptor, flags: flags, mode: mode)
        return OpenFile(
          descriptor: descriptor, parent: path, name: name, fileSystem: fileSystem)
      } catch {
        switch error.code {
        case EINTR: continue
        case ENOENT: throw .noSuchFile(path: pathOf(name))
        default: throw failure("open", name, error)
        }
      }
    }
  }

  // MARK: Looking

  /// What a name stands for, without following a link; `nil` when it is free.
  func status(of name: String) throws(RegistryError) -> FileStatus? {
    do { return try fileSystem.status(of: name, in: file.descriptor) } catch {
      if error.code == ENOENT { return nil }
      throw failure("fstatat", name, error)
    }
  }

  /// The names in this directory, in the order of their bytes.
  func entries() throws(RegistryError) -> [DirectoryEntry] {
    try unsortedEntries().sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The names in this directory, in no order.
  func unsortedEntries() throws(RegistryError) -> [DirectoryEntry] {
    do { return try fileSystem.entries(file.descriptor) } catch {
      throw .fileCallFailed(call: "readdir", path: path, errno: error.code)
    }
  }

  // MARK: Changing

  func makeDirectory(
    _ name: String, mode: UInt32 = 0o755, existingIsFine: Bool = false
  ) throws(RegistryError) {
    do { try fileSystem.makeDirectory(name, in: file.descriptor, mode: mode) } catch {
      if existingIsFine && error.code == EEXIST { return }
      throw failure("mkdir", name, error)
    }
  }

  /// Gives a file in this directory a name in another, replacing what is there: a reader sees the
  /// old file or the new one.
  func rename(_ name: String, to newName: String, in target: Directory) throws(RegistryError) {
    do {
      try fileSystem.rename(
        name, in: file.descriptor, to: newName, in: target.file.descriptor)
    } catch { throw failure("rename", name, error) }
  }

  func remove(_ name: String, isDirectory: Bool = false) throws(RegistryError) {
    do { try fileSystem.remove(name, in: file.descriptor, isDirectory: isDirectory) } catch {
      throw failure("unlink", name, error)
    }
  }

  func failure(_ call: String, _ name: String, _ error: Errno) -> RegistryError {
    .fileCallFailed(call: call, path: pathOf(name), errno: error.code)
  }
}
