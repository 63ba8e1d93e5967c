import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `The place of a registry` {
  let directory: TemporaryDirectory
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
  }

  private func register(in name: String) throws {
    try ModelRegistry(at: directory.file(name)).register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
  }

  @Test func `is made with its parents`() throws {
    try register(in: "a/b/c")
    #expect(FileManager.default.fileExists(atPath: directory.file("a/b/c/v1.0.0/manifest.json")))
  }

  @Test func `may be a link to another directory`() throws {
    try FileManager.default.createDirectory(
      atPath: directory.file("disk"), withIntermediateDirectories: true)
    symlink("disk", directory.file("registry"))
    try register(in: "registry")
    let registry = ModelRegistry(at: directory.file("registry"))
    try registry.promote(version, by: "ana")
    #expect(try registry.resolve(.alias(.champion)).version == version)
    #expect(FileManager.default.fileExists(atPath: directory.file("disk/champion.json")))
  }

  @Test func `is refused when it is a file`() throws {
    let path = try directory.write("a file", to: "registry")
    let refusal = RegistryError.fileCallFailed(call: "open", path: path, errno: ENOTDIR)
    #expect(throws: refusal) { try register(in: "registry") }
    #expect(throws: refusal) { try ModelRegistry(at: path).versions() }
    #expect(refusal.message == "'\(path)': open failed: Not a directory")
    #expect(refusal.remedy == "a file stands where a directory is needed")
  }

  @Test func `is left alone when a newer release made it`() throws {
    try directory.write("{\"format\": 2}", to: "registry/.registry/format.json")
    let before = directory.contents()
    let refusal = RegistryError.newerFormat(
      path: directory.file("registry/.registry/format.json"), found: 2, known: 1)
    #expect(throws: refusal) { try register(in: "registry") }
    #expect(directory.contents() == before)
  }

  @Test(arguments: ["{}", "{\"format\": \"one\"}", "{\"format\": -1}"])
  func `is left alone when its format cannot be read`(text: String) throws {
    try directory.write(text, to: "registry/.registry/format.json")
    let before = directory.contents()
    let error = #expect(throws: RegistryError.self) { try register(in: "registry") }
    #expect(error?.exitCode == .integrityFailure)
    #expect(directory.contents() == before)
  }
}
