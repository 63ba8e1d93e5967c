internal import Foundation
package import Registry

/// The real file system, on which one file grows whenever anything is read.
package struct GrowingFileSystem: FileSystemWrapper {
  package let real: any FileSystem = PosixFileSystem()
  private let path: String
  private let byteCount: Int

  package init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }

  package func willMake(_ call: FileCall) throws(Errno) {
    guard call.name == "read", let file = FileHandle(forWritingAtPath: path) else { return }
    _ = try? file.seekToEnd()
    try? file.write(contentsOf: Data(repeating: 0x78, count: byteCount))
    try? file.close()
  }
}
