internal import Glibc

/// The real file system.
package struct PosixFileSystem: FileSystem {
  package init() {}

  package func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    try checked(openat(directory, name, flags | O_CLOEXEC, mode))
  }

  package func close(_ descriptor: Int32) throws(Errno) { try checked(Glibc.close(descriptor)) }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    useLargePages(buffer)
    return try checked(Glibc.read(descriptor, buffer.baseAddress, buffer.count))
  }

  /// Has a large buffer that was never touched made of pages of 2 MiB: the kernel takes longer to find
  /// thousands of small ones than to fill them. Advice: nothing is lost where it is not taken.
  private func useLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    let page = 2 << 20
    guard buffer.count >= 2 * page, let start = buffer.baseAddress else { return }
    let first = start.alignedUp(toMultipleOf: page)
    let last = (start + buffer.count).alignedDown(toMultipleOf: page)
    if first < last { _ = madvise(first, last - first, MADV_HUGEPAGE) }
  }

  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try checked(Glibc.write(descriptor, bytes.baseAddress, bytes.count))
  }

  package func beginWriting(_ descriptor: Int32, from offset: Int64, byteCount: Int64) {
    _ = syncFileRange(descriptor, offset, byteCount, syncFileRangeWrite)
  }

  package func sync(_ descriptor: Int32) throws(Errno) { try checked(fsync(descriptor)) }

  package func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    var answer = stat()
    try checked(fstat(descriptor, &answer))
    return FileStatus(answer)
  }

  package func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    var answer = stat()
    try checked(fstatat(directory, name, &answer, AT_SYMLINK_NOFOLLOW))
    return FileStatus(answer)
  }

  package func entries(_ descriptor: Int32) throws(Errno) -> [DirectoryEntry] {
    // fdopendir takes its descriptor over, and closedir closes it: give it one of its own.
    let own = try checked(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard let stream = fdopendir(own) else {
      let failure = Errno(code: errno)
      _ = Glibc.close(own)
      throw failure
    }
    defer { closedir(stream) }
    var entries: [DirectoryEntry] = []
    errno = 0
    while let entry = readdir(stream) {
      let found = DirectoryEntry(entry)
      if found.name != "." && found.name != ".." { entries.append(found) }
      errno = 0
    }
    guard errno == 0 else { throw Errno(code: errno) }
    return entries
  }

  package func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try checked(mkdirat(directory, name, mode))
  }

  package func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try checked(renameat(directory, name, newDirectory, newName))
  }

  package func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try checked(renameat2(directory, name, newDirectory, newName, renameNoReplace))
  }

  package func remove(_ name: String, in directory: Int32, isDirectory: Bool) throws(Errno) {
    try checked(unlinkat(directory, name, isDirectory ? AT_REMOVEDIR : 0))
  }

  package func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    try checked(fchmod(descriptor, mode))
  }

  package func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    try checked(flock(descriptor, LOCK_EX | LOCK_NB))
  }

  package func truncate(_ descriptor: Int32, to byteCount: Int64) throws(Errno) {
    try checked(ftruncate(descriptor, Int(byteCount)))
  }

  package func seek(_ descriptor: Int32, to offset: Int64) throws(Errno) {
    try checked(lseek(descriptor, Int(offset), SEEK_SET))
  }

  @discardableResult
  private func checked<Answer: SignedInteger>(_ answer: Answer) throws(Errno) -> Answer {
    guard answer >= 0 else { throw Errno(code: errno) }
    return answer
  }
}

extension FileStatus {
  init(_ answer: stat) {
    let kind: Kind =
      switch answer.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    self.init(
      kind: kind, byteCount: Int64(answer.st_size), mode: answer.st_mode & 0o7777,
      device: UInt64(answer.st_dev), inode: UInt64(answer.st_ino),
      owner: answer.st_uid, modifiedNanoseconds: Self.nanoseconds(answer.st_mtim),
      changedNanoseconds: Self.nanoseconds(answer.st_ctim))
  }

  /// Wraps around for years that no clock shows: a file's time can be set to any.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension DirectoryEntry {
  init(_ entry: UnsafeMutablePointer<dirent>) {
    // d_name is a fixed array in the struct; readdir promises a terminating zero within it.
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
    }
    let exact = String(validatingCString: name)
    let kind: FileStatus.Kind? =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .regular
      case Int(DT_DIR): .directory
      case Int(DT_LNK): .symbolicLink
      case Int(DT_UNKNOWN): nil
      default: .other
      }
    self.init(name: exact ?? String(cString: name), isUTF8: exact != nil, kind: kind)
  }
}

// The Glibc module does not declare these: they stand behind _GNU_SOURCE.
private let renameNoReplace: UInt32 = 1
private let syncFileRangeWrite: UInt32 = 2

@_extern(c, "sync_file_range")
private func syncFileRange(
  _ descriptor: Int32, _ offset: Int64, _ byteCount: Int64, _ flags: UInt32
) -> Int32

@_extern(c, "renameat2")
private func renameat2(
  _ oldDirectory: Int32, _ oldName: UnsafePointer<CChar>,
  _ newDirectory: Int32, _ newName: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32
