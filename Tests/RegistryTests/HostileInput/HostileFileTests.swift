import Foundation
import Registry
import TestSupport
import Testing

/// What may stand where a regular file is needed.
enum SpecialFile: String, CaseIterable, Sendable {
  case outsideLink, directoryLink, danglingLink, loopingLink, pipe, socket, device

  /// Puts it at a path, in place of what is there; false where only root may make it.
  func make(at path: String, outside: String) -> Bool {
    chmod(PathText.split(path).directory, 0o755)
    rename(path, path + ".away")
    switch self {
    case .outsideLink: return symlink(outside, path) == 0
    case .directoryLink: return symlink(PathText.split(outside).directory, path) == 0
    case .danglingLink: return symlink("nowhere", path) == 0
    case .loopingLink: return symlink(PathText.split(path).name, path) == 0
    case .pipe: return mkfifo(path, 0o644) == 0
    case .socket:
      let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      guard path.utf8.count < 100 else { return false }
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
        }
      }
    case .device:
      // What /dev/zero is: it never ends.
      return mknod(path, S_IFCHR | 0o644, dev_t(1 << 8 | 5)) == 0
    }
  }
}

@Suite(.timeLimit(.minutes(1))) struct `A link, pipe, socket or device` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(
      at: directory.file("r"), fileSystem: UnsyncedFileSystem(), lockTimeoutSeconds: 10)
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory, at: "a")
    try directory.write("{\"version\": \"v9.9.9\"}", to: "outside")
    try register("v1.0.0")
    try registry.promote(version, by: "ana")
  }

  private func register(_ version: String) throws {
    try registry.register(
      ArtifactDirectory(directory.file("a")), as: ModelVersion(version), by: "ana")
  }

  /// Puts a special file at a place; `nil` when that takes rights that we lack.
  private func put(_ kind: SpecialFile, at name: String) throws -> String? {
    let path = directory.file(name)
    guard kind.make(at: path, outside: directory.file("outside")) else {
      print("skipped: no right to make a \(kind.rawValue) here")
      return nil
    }
    return path
  }

  private func checkOutside() throws {
    #expect(try directory.read("outside") == "{\"version\": \"v9.9.9\"}")
  }

  @Test(
    arguments: SpecialFile.allCases,
    ["model_v1.joblib", "metrics_v1.json", "model_signature_v1.json", "monitoring_baseline"])
  func `is no artifact`(kind: SpecialFile, name: String) throws {
    guard let path = try put(kind, at: "a/\(name)") else { return }
    unlink(path + ".away")
    #expect(throws: RegistryError.notARegularFile(path: path)) { try register("v1.1.0") }
    #expect(try registry.versions().count == 1)
    #expect(try registry.verify().findings == [])
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no alias file; promoting puts a file in its place`(kind: SpecialFile) throws {
    guard let path = try put(kind, at: "r/champion.json") else { return }
    unlink(path + ".away")
    let damage = RegistryError.damagedFile(path: path, .notARegularFile)
    #expect(throws: damage) { try registry.resolve(.alias(.champion)) }
    #expect(try registry.verify().findings == [damage])
    #expect(try registry.promote(version, by: "ana").replacedDamage == damage)
    #expect(try registry.resolve(.alias(.champion)).version == version)
    try checkOutside()
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no manifest`(kind: SpecialFile) throws {
    guard let path = try put(kind, at: "r/v1.0.0/manifest.json") else { return }
    let damage = RegistryError.damagedFile(path: path, .notARegularFile)
    #expect(throws: damage) { try registry.resolve(.exact(version)) }
    #expect(throws: damage) { try registry.promote(version, to: .staging, by: "ana") }
    #expect(try registry.verify().findings.contains(damage))
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no file of a version`(kind: SpecialFile) throws {
    guard let path = try put(kind, at: "r/v1.0.0/model.joblib") else { return }
    let damage = RegistryError.damagedFile(path: path, .notARegularFile)
    #expect(throws: damage) { try registry.resolve(.exact(version)) }
    #expect(throws: damage) { try registry.resolve(.exact(version), verifies: false) }
    #expect(try registry.verify().findings.contains(damage))
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no lock file and no archive, at once`(kind: SpecialFile) throws {
    guard kind == .pipe || kind == .device, let path = try put(kind, at: "given") else { return }
    #expect(throws: RegistryError.notARegularFile(path: path)) { try ModelLock(path: path) }
    #expect(throws: RegistryError.notARegularFile(path: path)) {
      try ModelRegistry(at: directory.file("imported")).importCopy(from: path)
    }
  }

  @Test func `may be nested in a version as deep as it will: nobody goes down there`() throws {
    var path = directory.file("r/v1.0.0")
    chmod(path, 0o755)
    for _ in 0..<1000 {
      path += "/d"
      guard mkdir(path, 0o755) == 0 else { break }
    }
    chmod(directory.file("r/v1.0.0"), 0o555)
    let damage = RegistryError.damagedFile(path: directory.file("r/v1.0.0/d"), .notRegistered)
    #expect(throws: damage) { try registry.resolve(.exact(version)) }
    #expect(try registry.verify().findings == [damage])
    // Removed by hand: the test's directory is removed by something that goes down.
    chmod(directory.file("r/v1.0.0"), 0o755)
    system("rm -rf '\(directory.file("r/v1.0.0/d"))'")
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no version`(kind: SpecialFile) throws {
    guard let path = try put(kind, at: "r/v2.0.0") else { return }
    let damage = RegistryError.damagedFile(path: path, .notADirectory)
    #expect(throws: damage) { try registry.resolve(.exact(ModelVersion("v2.0.0"))) }
    #expect(try registry.versions().count == 1)
    // The name is taken, whatever has it.
    let error = #expect(throws: RegistryError.self) { try register("v2.0.0") }
    #expect(error?.exitCode == .alreadyExists)
    try checkOutside()
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no history; service goes on`(kind: SpecialFile) throws {
    guard let path = try put(kind, at: "r/.registry/journal.jsonl") else { return }
    let damage = RegistryError.damagedFile(path: path, .notARegularFile)
    #expect(throws: damage) { try registry.history() }
    #expect(try registry.verify().findings == [damage])
    // Which numbers were used and pruned, only the history knows.
    #expect(throws: damage) { try register("v1.1.0") }
    #expect(try registry.promote(version, to: .staging, by: "ana").historyFailure == damage)
    #expect(try registry.resolve(.alias(.staging)).version == version)
    try checkOutside()
  }

  @Test(arguments: SpecialFile.allCases)
  func `is no lock: nothing is written without one`(kind: SpecialFile) throws {
    guard let path = try put(kind, at: "r/.registry/lock") else { return }
    let damage = RegistryError.damagedFile(path: path, .notARegularFile)
    #expect(throws: damage) { try registry.promote(version, to: .staging, by: "ana") }
    #expect(try registry.alias(.staging) == nil)
    #expect(throws: damage) { try register("v1.1.0") }
    #expect(try registry.versions().count == 1)
    try checkOutside()
  }

  @Test(arguments: SpecialFile.allCases, ["r/.registry/staging", "r/.registry/format.json"])
  func `is no part of the library's own directory`(kind: SpecialFile, name: String) throws {
    guard try put(kind, at: name) != nil else { return }
    #expect(throws: RegistryError.self) { try register("v1.1.0") }
    #expect(throws: RegistryError.self) { try registry.promote(version, to: .staging, by: "ana") }
    #expect(FileManager.default.fileExists(atPath: directory.file("r/v1.1.0")) == false)
    try checkOutside()
  }

  @Test(arguments: SpecialFile.allCases)
  func `is not the library's own directory`(kind: SpecialFile) throws {
    guard try put(kind, at: "r/.registry") != nil else { return }
    #expect(throws: RegistryError.self) { try register("v1.1.0") }
    #expect(throws: RegistryError.self) { try registry.promote(version, to: .staging, by: "ana") }
    try checkOutside()
  }
}

@Suite struct `Artifacts` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
  }

  @Test func `that are hard links are copied, never shared`() throws {
    let original = directory.file("artifacts/model_v1.joblib")
    #expect(link(original, directory.file("second")) == 0)
    #expect(link(original, directory.file("third")) == 0)
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana",
      include: [directory.file("second")])
    func number(_ path: String, _ key: FileAttributeKey) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: directory.file(path))[key] as? Int
    }
    let inodes = try [
      "artifacts/model_v1.joblib", "registry/v1.0.0/model.joblib", "registry/v1.0.0/second",
    ]
    .map { try number($0, .systemFileNumber) }
    #expect(Set(inodes).count == 3)
    #expect(try number("artifacts/model_v1.joblib", .referenceCount) == 3)
    #expect(try number("registry/v1.0.0/model.joblib", .referenceCount) == 1)
    #expect(try number("registry/v1.0.0/second", .referenceCount) == 1)
  }

  @Test(arguments: [1, 300_000])
  func `that grow while they are copied are refused, and never copied for ever`(
    byteCount: Int
  ) throws {
    let path = directory.file("artifacts/model_v1.joblib")
    let growing = GrowingFileSystem(path: path, byteCount: byteCount)
    let broken = ModelRegistry(at: registry.path, fileSystem: growing)
    #expect(throws: RegistryError.changedWhileCopied(path: path)) {
      try broken.register(
        ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    }
    #expect(try registry.versions().isEmpty)
    let staging = directory.file("registry/.registry/staging")
    #expect(try FileManager.default.contentsOfDirectory(atPath: staging).isEmpty)
  }

  @Test func `that cannot be read are named, with what to do`() throws {
    guard geteuid() != 0 else {
      print("skipped: root may read every file")
      return
    }
    let path = directory.file("artifacts/model_v1.joblib")
    chmod(path, 0)
    let error = #expect(throws: RegistryError.self) {
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    }
    #expect(error == .fileCallFailed(call: "open", path: path, errno: EACCES))
    #expect(error?.remedy == "check who may read and write there")
  }

  /// The same for every user: the simulated disk knows no root.
  @Test func `that cannot be read leave nothing behind`() throws {
    var tree = SimulatedStore.empty
    tree.changeMode(of: "/artifacts/model_v1.joblib", to: 0)
    let store = SimulatedStore(on: SimulatedDisk(tree))
    let refusal = RegistryError.fileCallFailed(
      call: "open", path: "/artifacts/model_v1.joblib", errno: EACCES)
    #expect(throws: refusal) { try store.register("v1.0.0") }
    #expect(try store.registry.versions().isEmpty)
  }

  @Test(arguments: [
    "model_v1.joblib", "metrics_v1.json", "model_metadata_v1.json", "model_signature_v1.json",
  ])
  func `that are empty are refused`(name: String) throws {
    let path = try directory.write("", to: "artifacts/\(name)")
    #expect(throws: RegistryError.emptyFile(path: path)) {
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    }
    #expect(try registry.versions().isEmpty)
  }
}
