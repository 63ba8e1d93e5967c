import Foundation
import TestSupport
import Testing

@testable import Registry

/// A file system whose `close` closes and then fails.
private struct FailingClose: FileSystemWrapper {
  let real: any FileSystem = PosixFileSystem()
  let code: Int32

  func willMake(_ call: FileCall) throws(Errno) {
    if call.name == "close" { throw Errno(code: code) }
  }
}

@Suite struct `An open file` {
  private func written(_ directory: TemporaryDirectory, code: Int32) throws -> OpenFile {
    let opened = try Directory.open(directory.path, fileSystem: FailingClose(code: code))
    let file = try opened.newFile("file")
    try file.write(Array("text".utf8))
    return file
  }

  @Test func `reports what the kernel kept until it was closed`() throws {
    let directory = try TemporaryDirectory()
    let file = try written(directory, code: EIO)
    #expect(
      throws: RegistryError.fileCallFailed(
        call: "close", path: directory.file("file"), errno: EIO)
    ) { try file.close() }
  }

  @Test func `is closed when a signal comes between`() throws {
    let directory = try TemporaryDirectory()
    try written(directory, code: EINTR).close()
    #expect(try directory.read("file") == "text")
  }
}
