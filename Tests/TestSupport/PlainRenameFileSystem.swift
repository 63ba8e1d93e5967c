internal import Glibc
package import Registry

/// A file system whose kernel has no exclusive rename, as some network file systems.
package struct PlainRenameFileSystem: FileSystemWrapper {
  package let real: any FileSystem

  package init(_ real: any FileSystem) { self.real = real }
  package func willMake(_ call: FileCall) {}

  package func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    throw Errno(code: EINVAL)
  }
}
