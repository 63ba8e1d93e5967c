package import Registry
internal import Synchronization

/// A file system on which the call with one number fails.
///
/// A class because every copy counts the same calls.
package final class FailingFileSystem: FileSystem {
  private let real: any FileSystem
  private let failing: Int
  private let errno: Int32
  private let failsForEver: Bool
  private let calls = Mutex<[String]>([])

  /// - Parameters:
  ///   - real: What answers the other calls.
  ///   - failing: The number of the call that fails, from 1; 0 for none.
  ///   - errno: What it fails with.
  ///   - failsForEver: Whether all calls after it fail too, as on a full disk or after a kill.
  package init(
    _ real: any FileSystem = PosixFileSystem(), failing: Int, errno: Int32,
    failsForEver: Bool = false
  ) {
    self.real = real
    self.failing = failing
    self.errno = errno
    self.failsForEver = failsForEver
  }

  /// The calls made so far, by their C names.
  package var callNames: [String] { calls.withLock { $0 } }

  private func count(_ name: String) throws(Errno) {
    let number = calls.withLock { names in
      names.append(name)
      return names.count
    }
    if number == failing || (failsForEver && failing > 0 && number > failing) {
      throw Errno(code: errno)
    }
  }

  package func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    try count("open")
    return try real.open(name, in: directory, flags: flags, mode: mode)
  }

  package func close(_ descriptor: Int32) throws(Errno) {
    // A failing close has closed all the same, as on Linux.
    try real.close(descriptor)
    try count("close")
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try count("read")
    return try real.read(descriptor, into: buffer)
  }

  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try count("write")
    return try real.write(descriptor, bytes)
  }

  package func sync(_ descriptor: Int32) throws(Errno) {
    try count("fsync")
    try real.sync(descriptor)
  }

  package func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    try count("fstat")
    return try real.status(descriptor)
  }

  package func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    try count("fstatat")
    return try real.status(of: name, in: directory)
  }

  package func entries(_ descriptor: Int32) throws(Errno) -> [DirectoryEntry] {
    try count("readdir")
    return try real.entries(descriptor)
  }

  package func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try count("mkdir")
    try real.makeDirectory(name, in: directory, mode: mode)
  }

  package func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try count("rename")
    try real.rename(name, in: directory, to: newName, in: newDirectory)
  }

  package func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try count("renameat2")
    try real.renameExclusively(name, in: directory, to: newName, in: newDirectory)
  }

  package func remove(_ name: String, in directory: Int32, isDirectory: Bool) throws(Errno) {
    try count("unlink")
    try real.remove(name, in: directory, isDirectory: isDirectory)
  }

  package func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    try count("fchmod")
    try real.changeMode(descriptor, to: mode)
  }

  package func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    try count("flock")
    try real.lockWithoutWaiting(descriptor)
  }

  package func truncate(_ descriptor: Int32, to byteCount: Int64) throws(Errno) {
    try count("ftruncate")
    try real.truncate(descriptor, to: byteCount)
  }

  package func seek(_ descriptor: Int32, to offset: Int64) throws(Errno) {
    try count("lseek")
    try real.seek(descriptor, to: offset)
  }
}
