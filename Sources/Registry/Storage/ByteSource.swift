internal import Glibc

/// Bytes that come one block after the other.
package protocol ByteSource {
  /// Appends at most `limit` bytes to `bytes` and returns how many; 0 means the end.
  mutating func read(upTo limit: Int, into bytes: inout [UInt8]) throws(RegistryError) -> Int
}

/// Bytes that are in memory already.
package struct MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package mutating func read(upTo limit: Int, into bytes: inout [UInt8]) -> Int {
    let part = rest.prefix(limit)
    bytes.append(contentsOf: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}

/// A file, pipe or standard input, read from where it stands to its end.
///
/// A class because it owns a descriptor: it closes with the last reference.
package final class FileSource: ByteSource {
  /// What to call it in messages.
  package let path: String
  private let descriptor: Int32
  private let closes: Bool

  /// - Throws: ``RegistryError/noSuchFile(path:)`` or ``RegistryError/fileCallFailed(call:path:errno:)``.
  package convenience init(path: String) throws(RegistryError) {
    try self.init(path: path, flags: 0)
  }

  /// A regular file or a directory: a FIFO would be waited for, and a device may never end.
  ///
  /// - Throws: ``RegistryError/notARegularFile(path:)`` for anything else, at once.
  convenience init(regularFile path: String) throws(RegistryError) {
    try self.init(path: path, flags: O_NONBLOCK)
    let kind: FileStatus.Kind
    do { kind = try PosixFileSystem().status(descriptor).kind } catch {
      throw .fileCallFailed(call: "fstat", path: path, errno: error.code)
    }
    guard kind == .regular || kind == .directory else { throw .notARegularFile(path: path) }
  }

  private init(path: String, flags: Int32) throws(RegistryError) {
    var opened: Int32
    repeat {
      opened = open(path, O_RDONLY | O_CLOEXEC | flags)
    } while opened < 0 && errno == EINTR && !StopSignal.wasReceived
    descriptor = opened
    guard descriptor >= 0 else {
      let code = errno
      if code == EINTR { throw .interrupted }
      if code == ENOENT { throw .noSuchFile(path: path) }
      throw .fileCallFailed(call: "open", path: path, errno: code)
    }
    self.path = path
    closes = true
  }

  private init(standardInput: Int32) {
    descriptor = standardInput
    path = "standard input"
    closes = false
  }

  package static func standardInput() -> FileSource { FileSource(standardInput: STDIN_FILENO) }

  /// Whether what was opened is a directory, which has no bytes to read.
  func isDirectory() throws(RegistryError) -> Bool {
    do { return try PosixFileSystem().status(descriptor).kind == .directory } catch {
      throw .fileCallFailed(call: "fstat", path: path, errno: error.code)
    }
  }

  deinit { if closes { _ = close(descriptor) } }

  package func read(upTo limit: Int, into bytes: inout [UInt8]) throws(RegistryError) -> Int {
    let count = withUnsafeTemporaryAllocation(byteCount: limit, alignment: 16) { buffer in
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, limit)
        if count < 0 && errno == EINTR && !StopSignal.wasReceived { continue }
        if count > 0 { bytes.append(contentsOf: buffer.prefix(count)) }
        return count
      }
    }
    guard count >= 0 else {
      let code = errno
      throw code == EINTR ? .interrupted : .fileCallFailed(call: "read", path: path, errno: code)
    }
    return count
  }
}
