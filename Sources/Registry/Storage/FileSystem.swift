/// The file calls that the store makes, and no others: the seam where tests make any of them fail.
///
/// Each call is one C function of the same job and does nothing else: no retry, no clean-up.
/// Names are single path components below an open directory.
package protocol FileSystem: Sendable {
  /// `openat(2)`, always with `O_CLOEXEC`.
  func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32
  /// `close(2)`.
  func close(_ descriptor: Int32) throws(Errno)
  /// `read(2)`: may return fewer bytes than asked.
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// `write(2)`: may take fewer bytes than given.
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int
  /// `sync_file_range(2)` with `SYNC_FILE_RANGE_WRITE`: has the disk begin to write, and does not
  /// wait. Only a hint: nothing is reported.
  func beginWriting(_ descriptor: Int32, from offset: Int64, byteCount: Int64)
  /// `fsync(2)`.
  func sync(_ descriptor: Int32) throws(Errno)
  /// `fstat(2)`.
  func status(_ descriptor: Int32) throws(Errno) -> FileStatus
  /// `fstatat(2)` with `AT_SYMLINK_NOFOLLOW`. It, and `open` of a fingerprint, may get several components.
  func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus
  /// `readdir(3)` to the end, without `.` and `..`, in no order.
  func entries(_ descriptor: Int32) throws(Errno) -> [DirectoryEntry]
  /// `mkdirat(2)`.
  func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno)
  /// `renameat(2)`: replaces what has the new name.
  func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno)
  /// `renameat2(2)` with `RENAME_NOREPLACE`: fails with `EEXIST` when the new name is taken.
  func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno)
  /// `unlinkat(2)`, with `AT_REMOVEDIR` for a directory.
  func remove(_ name: String, in directory: Int32, isDirectory: Bool) throws(Errno)
  /// `fchmod(2)`.
  func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno)
  /// `flock(2)` with `LOCK_EX | LOCK_NB`.
  func lockWithoutWaiting(_ descriptor: Int32) throws(Errno)
  /// `ftruncate(2)`.
  func truncate(_ descriptor: Int32, to byteCount: Int64) throws(Errno)
  /// `lseek(2)` from the start of the file.
  func seek(_ descriptor: Int32, to offset: Int64) throws(Errno)
}

extension FileSystem {
  package func beginWriting(_ descriptor: Int32, from offset: Int64, byteCount: Int64) {}
}

/// The value of `errno` after a call failed.
package struct Errno: Error, Equatable, Sendable {
  package let code: Int32
  package init(code: Int32) { self.code = code }
}

/// What `stat(2)` says of a file, as far as the store asks.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable { case regular, directory, symbolicLink, other }
  package let kind: Kind
  package let byteCount: Int64
  /// The permission bits.
  package let mode: UInt32
  package let device: UInt64
  package let inode: UInt64
  /// The number of the user that it belongs to.
  package let owner: UInt32
  /// When its content changed (`mtime`), in nanoseconds since 1970.
  package let modifiedNanoseconds: Int64
  /// When anything of it changed (`ctime`), in nanoseconds since 1970.
  package let changedNanoseconds: Int64

  package init(
    kind: Kind, byteCount: Int64, mode: UInt32, device: UInt64, inode: UInt64, owner: UInt32 = 0,
    modifiedNanoseconds: Int64 = 0, changedNanoseconds: Int64 = 0
  ) {
    self.kind = kind
    self.byteCount = byteCount
    self.mode = mode
    self.device = device
    self.inode = inode
    self.owner = owner
    self.modifiedNanoseconds = modifiedNanoseconds
    self.changedNanoseconds = changedNanoseconds
  }
}

/// One name in a directory.
package struct DirectoryEntry: Sendable, Equatable {
  /// The name; where its bytes are not UTF-8, with U+FFFD in their place.
  package let name: String
  /// Whether `name` is exactly the name on disk.
  package let isUTF8: Bool
  /// What it stands for, without following a link; `nil` where the file system does not tell.
  package let kind: FileStatus.Kind?

  package init(name: String, isUTF8: Bool, kind: FileStatus.Kind? = nil) {
    self.name = name
    self.isUTF8 = isUTF8
    self.kind = kind
  }
}
