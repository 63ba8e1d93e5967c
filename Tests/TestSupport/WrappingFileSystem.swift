package import Registry

/// The real file system, of which a test replaces some calls.
package protocol WrappingFileSystem: FileSystem {
  var real: PosixFileSystem { get }
}

extension WrappingFileSystem {
  package func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    try real.open(name, in: directory, flags: flags, mode: mode)
  }
  package func close(_ descriptor: Int32) throws(Errno) { try real.close(descriptor) }
  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try real.read(descriptor, into: buffer)
  }
  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try real.write(descriptor, bytes)
  }
  package func sync(_ descriptor: Int32) throws(Errno) { try real.sync(descriptor) }
  package func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    try real.status(descriptor)
  }
  package func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    try real.status(of: name, in: directory)
  }
  package func entries(_ descriptor: Int32) throws(Errno) -> [DirectoryEntry] {
    try real.entries(descriptor)
  }
  package func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try real.makeDirectory(name, in: directory, mode: mode)
  }
  package func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try real.rename(name, in: directory, to: newName, in: newDirectory)
  }
  package func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try real.renameExclusively(name, in: directory, to: newName, in: newDirectory)
  }
  package func remove(_ name: String, in directory: Int32, isDirectory: Bool) throws(Errno) {
    try real.remove(name, in: directory, isDirectory: isDirectory)
  }
  package func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    try real.changeMode(descriptor, to: mode)
  }
  package func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    try real.lockWithoutWaiting(descriptor)
  }
  package func truncate(_ descriptor: Int32, to byteCount: Int64) throws(Errno) {
    try real.truncate(descriptor, to: byteCount)
  }
  package func seek(_ descriptor: Int32, to offset: Int64) throws(Errno) {
    try real.seek(descriptor, to: offset)
  }
}
