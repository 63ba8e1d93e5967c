import Foundation
import TestSupport
import Testing

@testable import Registry

/// Somebody makes an empty directory under the new name just before it is given.
private struct LateDirectory: FileSystemWrapper {
  let real: any FileSystem = PosixFileSystem()

  func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    if newName == "v1.0.0" { try real.makeDirectory(newName, in: newDirectory, mode: 0o755) }
    try real.rename(name, in: directory, to: newName, in: newDirectory)
  }

  func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try real.makeDirectory(newName, in: newDirectory, mode: 0o755)
    try real.renameExclusively(name, in: directory, to: newName, in: newDirectory)
  }
}

@Suite struct `Committing a version` {
  @Test func `takes no name that somebody else took meanwhile, not even an empty directory's`()
    throws
  {
    let directory = try TemporaryDirectory()
    try SampleArtifacts.write(in: directory)
    let registry = ModelRegistry(at: directory.file("registry"), fileSystem: LateDirectory())
    let error = #expect(throws: RegistryError.self) {
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana")
    }
    #expect(error?.exitCode == .alreadyExists)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: directory.file("registry/v1.0.0"))
    #expect(names == [])
  }
}
