import Foundation
import Registry
import TestSupport
import Testing

/// Every file call of a command fails in turn: once, and from there on for ever.
@Suite struct `When one file call fails` {
  private struct Sweep {
    var injected = 0
    var succeeded = 0
  }

  /// Runs `work` on a fresh registry for each call number until a run makes fewer calls.
  private func sweep(
    failsForEver: Bool, prepare: (ModelRegistry, TemporaryDirectory) throws -> Void,
    work: (ModelRegistry, TemporaryDirectory) throws -> Void,
    check: (ModelRegistry, Bool) throws -> Void
  ) throws -> Sweep {
    var sweep = Sweep()
    while true {
      let directory = try TemporaryDirectory()
      try SampleArtifacts.write(in: directory)
      let path = directory.file("registry")
      try prepare(ModelRegistry(at: path), directory)
      let failing = FailingFileSystem(
        failing: sweep.injected + 1, errno: EIO, failsForEver: failsForEver)
      let broken = ModelRegistry(at: path, fileSystem: failing, lockTimeoutSeconds: 0)
      var isDone = true
      do { try work(broken, directory) } catch { isDone = false }
      guard failing.callNames.count > sweep.injected else { return sweep }
      sweep.injected += 1
      if isDone { sweep.succeeded += 1 }
      try check(ModelRegistry(at: path), isDone)
      // Doing it again reaches the new state, or finds it there.
      do { try work(ModelRegistry(at: path), directory) } catch RegistryError.alreadyRegistered {}
      try check(ModelRegistry(at: path), true)
      #expect(try ModelRegistry(at: path).verify().findings == [])
    }
  }

  @Test(arguments: [false, true])
  func `a version is whole or absent, and there when register says so`(failsForEver: Bool) throws {
    let version = try ModelVersion("v1.0.0")
    let sweep = try sweep(failsForEver: failsForEver) { _, _ in
    } work: { registry, directory in
      try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    } check: { registry, isDone in
      do {
        let model = try registry.resolve(.exact(version))
        #expect(try model.readModel() == Array("model bytes".utf8))
      } catch RegistryError.noSuchVersion, RegistryError.noRegistry { #expect(!isDone) }
    }
    #expect(sweep.injected > 50)
  }

  @Test(arguments: [false, true])
  func `an alias means the old or the new version, the new one when promote says so`(
    failsForEver: Bool
  ) throws {
    let (old, new) = (try ModelVersion("v1.0.0"), try ModelVersion("v1.1.0"))
    let sweep = try sweep(failsForEver: failsForEver) { registry, directory in
      for version in [old, new] {
        try registry.register(
          ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
      }
      try registry.promote(old, by: "ana")
    } work: { registry, _ in
      try registry.promote(new, by: "ana")
    } check: { registry, isDone in
      let version = try #require(try registry.resolve(.alias(.champion)).version)
      #expect(version == new || (version == old && !isDone))
      let promotions = try registry.history().filter { $0.alias == .champion }
      #expect(promotions.map(\.version) == (version == new ? [old, new] : [old]))
    }
    #expect(sweep.injected > 30)
  }
}
