import Foundation
import TestSupport
import Testing

@testable import Registry

/// A file system that lacks one of the abilities that a registry builds on.
private struct WeakFileSystem: FileSystemWrapper {
  enum Weakness: String, CaseIterable {
    case renameCopies = "replace"
    case exclusiveRenameReplaces = "exclusive_rename"
    case lockLetsAllIn = "lock"
    case directoriesCannotBeFlushed = "flush"
    case caseIsFolded = "case"
    case modesAreLost = "modes"
    case timeStandsStill = "clock"
  }

  let real: any FileSystem = PosixFileSystem()
  let weakness: Weakness

  func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    if weakness == .renameCopies { return }
    try real.rename(name, in: directory, to: newName, in: newDirectory)
  }

  func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    if weakness == .exclusiveRenameReplaces {
      return try real.rename(name, in: directory, to: newName, in: newDirectory)
    }
    try real.renameExclusively(name, in: directory, to: newName, in: newDirectory)
  }

  func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    if weakness != .lockLetsAllIn { try real.lockWithoutWaiting(descriptor) }
  }

  func sync(_ descriptor: Int32) throws(Errno) {
    if weakness == .directoriesCannotBeFlushed, try real.status(descriptor).kind == .directory {
      throw Errno(code: EINVAL)
    }
    try real.sync(descriptor)
  }

  func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    let name = weakness == .caseIsFolded && name == "CASE" ? "case" : name
    let status = try real.status(of: name, in: directory)
    guard weakness == .timeStandsStill else { return status }
    return FileStatus(
      kind: status.kind, byteCount: status.byteCount, mode: status.mode, device: status.device,
      inode: status.inode, owner: status.owner)
  }

  func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    if weakness != .modesAreLost { try real.changeMode(descriptor, to: mode) }
  }
}

@Suite struct `A probe of the directory` {
  @Test(arguments: WeakFileSystem.Weakness.allCases)
  private func `names the one ability that is missing`(weakness: WeakFileSystem.Weakness) throws {
    let directory = try TemporaryDirectory()
    try SampleArtifacts.write(in: directory)
    let path = directory.file("registry")
    try ModelRegistry(at: path).register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana")
    let before = directory.contents()
    let weak = ModelRegistry(at: path, fileSystem: WeakFileSystem(weakness: weakness))
    let problems = try weak.examine().checks.filter { $0.outcome == .problem }
    #expect(problems.map(\.subject.rawValue) == [weakness.rawValue], "\(problems)")
    #expect(problems.allSatisfy { $0.remedy != nil })
    #expect(directory.contents() == before)
  }

  @Test func `is skipped, with the reason, where nothing can be written`() throws {
    let directory = try TemporaryDirectory()
    try SampleArtifacts.write(in: directory)
    let path = directory.file("registry")
    try ModelRegistry(at: path).register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana")
    let readOnly = ModelRegistry(at: path, fileSystem: ReadOnlyFileSystem())
    let examination = try readOnly.examine()
    let skipped = examination.checks.filter { $0.outcome == .skipped }
    #expect(
      skipped.map(\.subject)
        == [.replace, .exclusiveRename, .lock, .flush, .letterCase, .modes, .clock])
    #expect(skipped.allSatisfy { $0.message.hasSuffix("mkdir failed: Read-only file system") })
    #expect(examination.isHealthy)
  }
}

private struct ReadOnlyFileSystem: FileSystemWrapper {
  let real: any FileSystem = PosixFileSystem()
  func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    throw Errno(code: EROFS)
  }
}
