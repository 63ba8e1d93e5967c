package import Registry

/// The real file system without waiting for the disk, for tests that cut no power.
package struct UnsyncedFileSystem: FileSystemWrapper {
  package let real: any FileSystem = PosixFileSystem()

  package init() {}
  package func willMake(_ call: FileCall) {}
  package func sync(_ descriptor: Int32) {}
}
