import Foundation
import Registry
import TestSupport
import Testing

/// Finds nothing right: what resolves with it was not hashed.
private struct HasherThatFails: SHA256Hasher {
  mutating func update(_ bytes: UnsafeRawBufferPointer) {}
  consuming func finalize() -> SHA256Digest { SHA256.digest(of: []) }
}

@Suite struct `A fingerprint` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
    try directory.write("{}", to: "artifacts/monitoring_baseline/feature_profile.json")
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    try registry.promote(version, by: "ana")
  }

  private func file(_ name: String) -> String { directory.file("registry/\(name)") }
  private var fingerprint: String { file(".registry/fingerprints/v1.0.0") }

  /// Whether the champion of a registry resolves without a file of it being hashed.
  private func isTrusted(in name: String = "registry") throws -> Bool {
    let registry = ModelRegistry(at: directory.file(name), hasher: HasherThatFails.self)
    do { return try registry.resolve(.alias(.champion)).version == version } catch {
      guard case .damagedFile(_, .content) = error else { throw error }
      return false
    }
  }

  /// Whether the fingerprint is trusted after a change by someone who sets the modes back.
  private func isTrusted(after change: () throws -> Void) throws -> Bool {
    #expect(try registry.verify().isClean)
    #expect(try isTrusted())
    chmod(file("v1.0.0"), 0o755)
    try change()
    chmod(file("v1.0.0"), 0o555)
    return try isTrusted()
  }

  @Test(arguments: ["champion", "v1.0.0", "^1.0", "latest"])
  func `is left by register and spares every hash`(text: String) throws {
    let reference = try ModelReference(text)
    let model = try ModelRegistry(at: registry.path, hasher: HasherThatFails.self)
      .resolve(reference)
    let manifest = try registry.manifest(of: version)
    #expect(model.version == version)
    #expect(model.modelPath == file("v1.0.0/model.joblib"))
    #expect(model.manifestDigest == manifest.digest)
    #expect(try model.readManifest() == manifest)
    // The bytes that are used are hashed whatever the fingerprint says.
    #expect(throws: RegistryError.damagedFile(path: model.modelPath, .content)) {
      try model.readModel()
    }
  }

  @Test func `is not trusted when a byte changed, though size and time are as before`() throws {
    let path = file("v1.0.0/model.joblib")
    chmod(path, 0o644)
    let before = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.write(contentsOf: Data("Model".utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(before)], ofItemAtPath: path)
    chmod(path, 0o444)
    #expect(throws: RegistryError.damagedFile(path: path, .content)) {
      try registry.resolve(.alias(.champion))
    }
    #expect(try registry.verify().findings == [.damagedFile(path: path, .content)])
    #expect(try !isTrusted())
  }

  @Test func `is not trusted when a file was added, removed, renamed or replaced`() throws {
    let (model, copy) = (file("v1.0.0/model.joblib"), file("v1.0.0/copy"))
    let manager = FileManager.default
    #expect(
      try !isTrusted {
        try directory.write("x", to: "registry/v1.0.0/extra.py")
        try manager.removeItem(atPath: file("v1.0.0/extra.py"))
      })
    #expect(
      try !isTrusted {
        try manager.copyItem(atPath: model, toPath: copy)
        try manager.removeItem(atPath: model)
        try manager.moveItem(atPath: copy, toPath: model)
      })
    #expect(throws: RegistryError.self) {
      try isTrusted { try manager.removeItem(atPath: file("v1.0.0/manifest.json")) }
    }
  }

  @Test func `is not trusted after a copy or a restore, until verify has hashed everything`() throws
  {
    #expect(system("cp -a '\(registry.path)' '\(directory.file("copy"))'") == 0)
    let copy = ModelRegistry(at: directory.file("copy"))
    #expect(try !isTrusted(in: "copy"))
    #expect(try copy.resolve(.alias(.champion)).version == version)
    #expect(try !isTrusted(in: "copy"), "who only reads writes nothing")
    #expect(try copy.verify().findings == [])
    #expect(try isTrusted(in: "copy"))
  }

  @Test func `is no error however it is damaged`() throws {
    let intact = try #require(FileManager.default.contents(atPath: fingerprint))
    let digest = try registry.manifest(of: version).digest
    var generator = SplitMix(state: 3)
    for index in intact.indices where index % 5 == 0 || index > intact.count - 8 {
      var damaged = intact
      damaged[index] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
      for text in [damaged, intact.prefix(index)] {
        try text.write(to: URL(fileURLWithPath: fingerprint))
        #expect(try registry.resolve(.exact(version)).manifestDigest == digest, "byte \(index)")
        #expect(try !isTrusted(), "byte \(index)")
      }
    }
    try FileManager.default.removeItem(atPath: fingerprint)
    try FileManager.default.createSymbolicLink(
      atPath: fingerprint, withDestinationPath: "/dev/zero")
    #expect(try registry.resolve(.alias(.champion)).version == version)
  }

  @Test func `is trusted only when it is younger than everything in the version`() throws {
    #expect(try isTrusted())
    // As if it had been written in the clock's tick in which the version was.
    var status = stat()
    #expect(stat(file("v1.0.0"), &status) == 0)
    let tick = status.st_ctim
    #expect(utimensat(AT_FDCWD, fingerprint, [tick, tick], 0) == 0)
    #expect(try !isTrusted())
    let later = timespec(tv_sec: tick.tv_sec + 1, tv_nsec: 0)
    #expect(utimensat(AT_FDCWD, fingerprint, [later, later], 0) == 0)
    #expect(try isTrusted())
  }

  @Test func `is left by verify, of what is clean alone`() throws {
    try FileManager.default.removeItem(atPath: fingerprint)
    #expect(try registry.verify(quick: true).isClean)
    #expect(try !isTrusted(), "nothing was hashed")
    #expect(try registry.verify(version).isClean)
    #expect(try isTrusted())
    let written = directory.contents()
    #expect(try registry.verify().isClean)
    #expect(directory.contents() == written)
    chmod(file("v1.0.0/metrics.json"), 0o644)
    try directory.write("{}", to: "registry/v1.0.0/metrics.json")
    try FileManager.default.removeItem(atPath: fingerprint)
    #expect(try !registry.verify().isClean)
    #expect(!FileManager.default.fileExists(atPath: fingerprint))
    #expect(try FileManager.default.contentsOfDirectory(atPath: file(".registry/staging")) == [])
  }

  @Test func `is done without where it cannot be written`() throws {
    try FileManager.default.removeItem(atPath: file(".registry/fingerprints"))
    try directory.write("in the way", to: "registry/.registry/fingerprints")
    #expect(try registry.verify().findings == [])
    try FileManager.default.removeItem(atPath: file(".registry/staging"))
    try directory.write("in the way", to: "registry/.registry/staging")
    #expect(try registry.verify().findings == [])
    try FileManager.default.removeItem(atPath: file(".registry"))
    #expect(try registry.verify().findings == [])
    #expect(!FileManager.default.fileExists(atPath: file(".registry")))
    #expect(try !isTrusted())
  }

  @Test func `is whole when several verify at once`() throws {
    for _ in 0..<20 {
      try FileManager.default.removeItem(atPath: fingerprint)
      for outcome in onThreads(4, { [registry] _ in try registry.verify().findings }) {
        #expect(try outcome.get() == [])
      }
      #expect(try isTrusted())
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: file(".registry/staging")) == [])
  }
}
