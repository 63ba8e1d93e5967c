internal import Glibc

/// The directory that relative paths start from.
package enum WorkingDirectory {
  /// Makes a directory, with its parents where they are missing, and goes there.
  ///
  /// - Returns: Its absolute path.
  package static func enter(_ path: String) throws(RegistryError) -> String {
    _ = try Directory.openOrMake(path, fileSystem: PosixFileSystem())
    guard chdir(path) == 0 else {
      throw .fileCallFailed(call: "chdir", path: path, errno: errno)
    }
    guard let absolute = realpath(".", nil) else {
      throw .fileCallFailed(call: "realpath", path: path, errno: errno)
    }
    defer { free(absolute) }
    return String(cString: absolute)
  }

  /// Makes a new directory that only this user can look into, where temporary files belong.
  package static func makeTemporary(named name: String) throws(RegistryError) -> String {
    let parent = ProcessEnvironment.value("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let pattern = PathText.join(parent, "\(name)-XXXXXX")
    var bytes = pattern.utf8CString
    let made = bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .fileCallFailed(call: "mkdtemp", path: pattern, errno: errno) }
    return made
  }

  /// Removes a temporary directory with all that is in it, as far as that is possible.
  package static func removeTemporary(_ path: String) {
    let (parent, name) = PathText.split(path)
    try? Directory.open(parent, fileSystem: PosixFileSystem()).removeTree(name)
  }

  /// The path of the running program; `nil` where the system does not tell.
  package static var program: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
