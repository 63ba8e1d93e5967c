package import Registry

/// A call that is about to be made.
package struct FileCall: Sendable {
  /// The name of the C function.
  package let name: String
  /// The file that it is made on; `nil` for calls that name one in a directory.
  package var descriptor: Int32?
}

/// A file system that passes its calls on to another and has a say in each.
package protocol FileSystemWrapper: FileSystem {
  var real: any FileSystem { get }

  /// Called before each call; what it throws, the call fails with. A failing `close` has closed all
  /// the same, as on Linux.
  func willMake(_ call: FileCall) throws(Errno)

  /// How many bytes a call reads or writes that could do so many.
  func shortened(_ count: Int) -> Int
}

extension FileSystemWrapper {
  package func willMake(_ call: FileCall) throws(Errno) {}
  package func shortened(_ count: Int) -> Int { count }

  package func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    try willMake(FileCall(name: "open"))
    return try real.open(name, in: directory, flags: flags, mode: mode)
  }

  package func close(_ descriptor: Int32) throws(Errno) {
    try real.close(descriptor)
    try willMake(FileCall(name: "close"))
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try willMake(FileCall(name: "read", descriptor: descriptor))
    let part = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(shortened(buffer.count)))
    return try real.read(descriptor, into: part)
  }

  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try willMake(FileCall(name: "write", descriptor: descriptor))
    let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(shortened(bytes.count)))
    return try real.write(descriptor, part)
  }

  package func sync(_ descriptor: Int32) throws(Errno) {
    try willMake(FileCall(name: "fsync", descriptor: descriptor))
    try real.sync(descriptor)
  }

  package func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    try willMake(FileCall(name: "fstat", descriptor: descriptor))
    return try real.status(descriptor)
  }

  package func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    try willMake(FileCall(name: "fstatat"))
    return try real.status(of: name, in: directory)
  }

  package func entries(_ descriptor: Int32) throws(Errno) -> [DirectoryEntry] {
    try willMake(FileCall(name: "readdir", descriptor: descriptor))
    return try real.entries(descriptor)
  }

  package func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try willMake(FileCall(name: "mkdir"))
    try real.makeDirectory(name, in: directory, mode: mode)
  }

  package func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try willMake(FileCall(name: "rename"))
    try real.rename(name, in: directory, to: newName, in: newDirectory)
  }

  package func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try willMake(FileCall(name: "renameat2"))
    try real.renameExclusively(name, in: directory, to: newName, in: newDirectory)
  }

  package func remove(_ name: String, in directory: Int32, isDirectory: Bool) throws(Errno) {
    try willMake(FileCall(name: "unlink"))
    try real.remove(name, in: directory, isDirectory: isDirectory)
  }

  package func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    try willMake(FileCall(name: "fchmod", descriptor: descriptor))
    try real.changeMode(descriptor, to: mode)
  }

  package func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    try willMake(FileCall(name: "flock", descriptor: descriptor))
    try real.lockWithoutWaiting(descriptor)
  }

  package func truncate(_ descriptor: Int32, to byteCount: Int64) throws(Errno) {
    try willMake(FileCall(name: "ftruncate", descriptor: descriptor))
    try real.truncate(descriptor, to: byteCount)
  }

  package func seek(_ descriptor: Int32, to offset: Int64) throws(Errno) {
    try willMake(FileCall(name: "lseek", descriptor: descriptor))
    try real.seek(descriptor, to: offset)
  }
}
