import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `The place of a registry that others can change` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let own: String

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    own = directory.file("registry/.registry")
    try SampleArtifacts.write(in: directory)
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana")
  }

  @Test func `is no concern when it is the user's own, or not there`() {
    #expect(registry.placeConcerns() == [])
    #expect(ModelRegistry(at: directory.file("nothing")).placeConcerns() == [])
  }

  @Test(arguments: [mode_t(0o777), 0o1777, 0o702])
  func `is named when everybody may write, the sticky bit or not`(mode: mode_t) {
    chmod(registry.path, mode)
    #expect(registry.placeConcerns() == [.worldWritable(path: registry.path)])
    chmod(own, mode)
    chmod(registry.path, 0o755)
    #expect(registry.placeConcerns() == [.worldWritable(path: own)])
  }

  @Test func `is named behind a link`() {
    chmod(registry.path, 0o777)
    symlink("registry", directory.file("link"))
    let path = directory.file("link")
    #expect(ModelRegistry(at: path).placeConcerns() == [.worldWritable(path: path)])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func `is named when it belongs to somebody else`() {
    chown(own, 12_345, 0)
    #expect(registry.placeConcerns() == [.foreignOwner(path: own, owner: 12_345)])
  }

  @Test func `is refused, not merely damaged`() {
    #expect(RegistryError.worldWritable(path: "a").exitCode == .refused)
    #expect(RegistryError.foreignOwner(path: "a", owner: 1).exitCode == .refused)
  }
}
