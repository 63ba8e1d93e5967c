internal import Glibc

/// An open file or directory of the store, with the path to name it by in messages.
///
/// A class because it owns a descriptor: what is still open when the last reference goes is
/// closed then, and with it a lock that was taken on it.
final class OpenFile {
  private let parent: String
  private let name: String
  let fileSystem: any FileSystem
  private(set) var descriptor: Int32
  /// What its status was when it was opened, where that was looked at.
  private(set) var openingStatus: FileStatus?

  init(descriptor: Int32, parent: String = "", name: String, fileSystem: any FileSystem) {
    self.descriptor = descriptor
    self.parent = parent
    self.name = name
    self.fileSystem = fileSystem
  }

  /// Put together when it is asked for: mostly nothing goes wrong.
  var path: String { PathText.join(parent, name) }

  deinit {
    // Files that were written are closed with `close()`, which reports; these were only read.
    if descriptor >= 0 { try? fileSystem.close(descriptor) }
  }

  /// Closes now and reports a write error that the kernel kept until now.
  func close() throws(RegistryError) {
    let closing = descriptor
    descriptor = -1
    do { try fileSystem.close(closing) } catch {
      // Linux has closed the descriptor even when a signal came between.
      if error.code != EINTR { throw failure("close", error) }
    }
  }

  /// Reads into `block`, in place, from an index to its end.
  ///
  /// - Returns: How many bytes were read; 0 means the end of the file.
  func read(into block: inout [UInt8], from start: Int = 0) throws(RegistryError) -> Int {
    let outcome = block.withUnsafeMutableBytes { buffer in
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      return retried { () throws(Errno) in
        try self.fileSystem.read(self.descriptor, into: rest)
      }
    }
    switch outcome {
    case .success(let count): return count
    case .failure(let error): throw failure("read", error)
    }
  }

  /// All bytes from where the file stands to its end.
  ///
  /// - Throws: ``RegistryError/fileTooLarge(path:limit:)`` when there are more than `limit`.
  func readAll(limit: Int) throws(RegistryError) -> [UInt8] {
    let status = if let openingStatus { openingStatus } else { try self.status() }
    let expected = Int(status.byteCount)
    guard expected <= limit else { throw .fileTooLarge(path: path, limit: limit) }
    var bytes: [UInt8] = []
    while true {
      // One byte more than expected: a read that stops short of it has seen the end. Where the file grew
      // since it was opened, as much again.
      let missing = expected + 1 - bytes.count
      let block = try block(upTo: missing > 0 ? missing : max(bytes.count, 4096))
      if bytes.isEmpty { bytes = block } else { bytes += block }
      guard bytes.count <= limit else { throw .fileTooLarge(path: path, limit: limit) }
      if block.isEmpty || bytes.count == expected { return bytes }
    }
  }

  /// The next bytes, as many as one read gives; none at the end of the file.
  private func block(upTo limit: Int) throws(RegistryError) -> [UInt8] {
    var outcome: Result<Int, Errno> = .success(0)
    let block = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let whole = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: limit)
      outcome = retried { () throws(Errno) in
        try self.fileSystem.read(self.descriptor, into: whole)
      }
      if case .success(let given) = outcome { count = given }
    }
    if case .failure(let error) = outcome { throw failure("read", error) }
    return block
  }

  /// Writes every byte, going on after short writes.
  func write(_ bytes: [UInt8]) throws(RegistryError) { try write(bytes[...]) }

  /// Writes every byte, going on after short writes.
  func write(_ bytes: ArraySlice<UInt8>) throws(RegistryError) {
    var rest = bytes
    while !rest.isEmpty {
      let outcome = rest.withUnsafeBytes { buffer in
        retried { () throws(Errno) in try self.fileSystem.write(self.descriptor, buffer) }
      }
      switch outcome {
      case .success(let count): rest = rest.dropFirst(count)
      case .failure(let error): throw failure("write", error)
      }
    }
  }

  /// Has the disk begin to write a part of the file, so that ``sync()`` has less to wait for.
  func beginWriting(from offset: Int, byteCount: Int) {
    fileSystem.beginWriting(descriptor, from: Int64(offset), byteCount: Int64(byteCount))
  }

  /// Waits until the bytes, or the names of a directory, are on the disk. Never repeated: after a
  /// failed `fsync` the kernel may have dropped the pages that it could not write.
  func sync() throws(RegistryError) {
    do { try fileSystem.sync(descriptor) } catch { throw failure("fsync", error) }
  }

  func status() throws(RegistryError) -> FileStatus {
    do { return try fileSystem.status(descriptor) } catch { throw failure("fstat", error) }
  }

  /// The status of a file that was just opened.
  func lookWhenOpened() throws(RegistryError) -> FileStatus {
    let status = try status()
    openingStatus = status
    return status
  }

  func changeMode(to mode: UInt32) throws(RegistryError) {
    do { try fileSystem.changeMode(descriptor, to: mode) } catch { throw failure("fchmod", error) }
  }

  func truncate(to byteCount: Int) throws(RegistryError) {
    do { try fileSystem.truncate(descriptor, to: Int64(byteCount)) } catch {
      throw failure("ftruncate", error)
    }
  }

  func seek(to offset: Int) throws(RegistryError) {
    do { try fileSystem.seek(descriptor, to: Int64(offset)) } catch {
      throw failure("lseek", error)
    }
  }

  /// Takes the exclusive lock on this file, if no other process has it.
  func tryLock() throws(RegistryError) -> Bool {
    while true {
      do {
        try fileSystem.lockWithoutWaiting(descriptor)
        return true
      } catch {
        switch error.code {
        case EWOULDBLOCK: return false
        case EINTR: continue
        default: throw failure("flock", error)
        }
      }
    }
  }

  /// Makes a call again for as long as a signal interrupts it.
  private func retried(_ call: () throws(Errno) -> Int) -> Result<Int, Errno> {
    while true {
      let outcome = Result(catching: call)
      if case .failure(let error) = outcome, error.code == EINTR { continue }
      return outcome
    }
  }

  private func failure(_ call: String, _ error: Errno) -> RegistryError {
    .fileCallFailed(call: call, path: path, errno: error.code)
  }
}
