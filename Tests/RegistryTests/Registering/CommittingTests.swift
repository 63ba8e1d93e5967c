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

  @Test func `waits for whoever may use and prune its number meanwhile`() throws {
    let sample = try SampleRegistry("v1.0.0")
    let opened = try RegistryDirectory.openToWrite(
      sample.registry.path, fileSystem: PosixFileSystem())
    let lock = try opened.lock(for: "prune", timeoutSeconds: 0)
    let error = #expect(throws: RegistryError.self) { try sample.register("v1.1.0") }
    #expect(error?.exitCode == .busy)
    withExtendedLifetime(lock) { lock.finish() }
    #expect(try sample.registry.versions().count == 1)
    #expect(try opened.staging().entries() == [])
    try SampleRegistry("v1.0.0").register("v1.1.0")
  }
}

@Suite struct `A number that was used` {
  @Test func `stays taken when somebody removes the directory by hand`() throws {
    let sample = try SampleRegistry("v1.0.0", "v1.1.0")
    let path = sample.file("v1.0.0")
    chmod(path, 0o755)
    try FileManager.default.removeItem(atPath: path)
    let gone = RegistryError.versionGone(
      try ModelVersion("v1.0.0"), suggestion: try ModelVersion("v1.1.1"))
    #expect(gone.exitCode == .alreadyExists)
    #expect(throws: gone) { try sample.register("v1.0.0") }
  }
}

@Suite struct `The lock of writers` {
  /// Fails every write.
  private struct FullDisk: FileSystemWrapper {
    let real: any FileSystem = PosixFileSystem()
    func willMake(_ call: FileCall) throws(Errno) {
      if call.name == "write" { throw Errno(code: ENOSPC) }
    }
  }

  @Test func `goes on telling of a writer that did not finish until somebody made up for it`()
    throws
  {
    let sample = try SampleRegistry("v1.0.0")
    let lock = sample.file(".registry/lock")
    #expect(try sample.directory.read("registry/.registry/lock") == "")
    try sample.directory.write("process 7 (yank v1.0.0)\n", to: "registry/.registry/lock")
    let broken = ModelRegistry(at: sample.registry.path, fileSystem: FullDisk())
    #expect(throws: RegistryError.self) {
      try broken.yank(ModelVersion("v1.0.0"), by: "ana", reason: "alarm")
    }
    #expect(FileManager.default.contents(atPath: lock)?.isEmpty == false)
    try sample.registry.yank(ModelVersion("v1.0.0"), by: "ana", reason: "alarm")
    #expect(FileManager.default.contents(atPath: lock)?.isEmpty == true)
  }

  @Test func `tells of nothing after a refusal`() throws {
    let sample = try SampleRegistry("v1.0.0", "v1.1.0")
    let (old, new) = (try ModelVersion("v1.0.0"), try ModelVersion("v1.1.0"))
    try sample.registry.promote(old, by: "ana")
    #expect(throws: RegistryError.self) {
      try sample.registry.promote(new, expecting: .unset, by: "ana")
    }
    #expect(throws: RegistryError.self) {
      try sample.registry.yank(ModelVersion("v9.0.0"), by: "ana", reason: "")
    }
    #expect(throws: RegistryError.self) { try sample.register("v1.0.0") }
    #expect(try sample.directory.read("registry/.registry/lock") == "")
  }
}
