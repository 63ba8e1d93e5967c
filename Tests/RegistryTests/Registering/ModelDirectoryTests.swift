import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `A model that is a directory` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory, modelName: "model_v1/weights.bin")
  }

  private func register(include: [String] = []) throws {
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana", include: include)
  }

  private var files: [String] {
    get throws { try registry.manifest(of: version).files.map(\.path) }
  }

  @Test(arguments: [
    ("a\nb", "a\nb"), ("tab\t", "tab\t"), ("\u{1B}[2J", "\u{1B}[2J"), ("\u{85}", "\u{85}"),
  ])
  func `is refused with a control character in a file name`(name: String, shown: String) throws {
    try directory.write("x", to: "artifacts/model_v1/\(name)")
    let refusal = RegistryError.unusableFileName(
      directory: directory.file("artifacts/model_v1"), name: shown)
    #expect(throws: refusal) { try register() }
    #expect(try registry.versions().isEmpty)
  }

  @Test func `leaves out directories without files, and an added one is found`() throws {
    for name in ["empty", "full/empty"] {
      try FileManager.default.createDirectory(
        atPath: directory.file("artifacts/model_v1/\(name)"), withIntermediateDirectories: true)
    }
    try directory.write("x", to: "artifacts/model_v1/full/weights.bin")
    try register()
    let model = directory.file("registry/v1.0.0/model")
    let names = try FileManager.default.subpathsOfDirectory(atPath: model).sorted()
    #expect(names == ["full", "full/weights.bin", "weights.bin"])
    #expect(try registry.verify().findings == [])
    chmod(model, 0o755)
    try FileManager.default.createDirectory(
      atPath: model + "/added", withIntermediateDirectories: false)
    chmod(model, 0o555)
    let damage = RegistryError.damagedFile(path: model + "/added", .notRegistered)
    #expect(throws: damage) { try registry.resolve(.exact(version)) }
    #expect(try registry.verify().findings == [damage])
  }

  @Test func `is refused with a file name that is not UTF-8`() throws {
    let path = Array(directory.file("artifacts/model_v1/").utf8CString.dropLast()) + [-1, 0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o644)
    #expect(descriptor >= 0)
    close(descriptor)
    defer { unlink(path) }
    let refusal = RegistryError.unusableFileName(
      directory: directory.file("artifacts/model_v1"), name: "\u{FFFD}")
    #expect(throws: refusal) { try register() }
  }

  @Test(arguments: ["-rf", "a b", "é", "*", "'", "..."])
  func `may have any other names`(name: String) throws {
    try directory.write("x", to: "artifacts/model_v1/\(name)")
    try register()
    #expect(try files.contains("model/\(name)"))
    _ = try registry.resolve(.exact(version))
  }

  @Test func `may hold empty files beside others`() throws {
    try directory.write("", to: "artifacts/model_v1/zz.lock")
    try register()
    #expect(
      try files == [
        "metrics.json", "model/weights.bin", "model/zz.lock", "model_metadata.json",
        "model_signature.json",
      ])
  }

  @Test(arguments: [[], ["a", "b"]])
  func `is refused when there is nothing in it`(emptyFiles: [String]) throws {
    try FileManager.default.removeItem(atPath: directory.file("artifacts/model_v1/weights.bin"))
    for name in emptyFiles { try directory.write("", to: "artifacts/model_v1/\(name)") }
    #expect(throws: RegistryError.emptyFile(path: directory.file("artifacts/model_v1"))) {
      try register()
    }
    #expect(try registry.versions().isEmpty)
  }

  @Test func `is refused when it is nested without end`() throws {
    let nested = Array(repeating: "d", count: 33).joined(separator: "/")
    try directory.write("x", to: "artifacts/model_v1/\(nested)/file")
    let error = #expect(throws: RegistryError.self) { try register() }
    guard case .directoryTooDeep(_, limit: 32) = error else {
      Issue.record("expected directoryTooDeep, got \(String(describing: error))")
      return
    }
  }
}

@Suite struct `A model that is a file` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
  }

  private func register(include: [String] = []) throws {
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana", include: include)
  }

  @Test func `is refused when it is empty`() throws {
    let path = try directory.write("", to: "artifacts/model_v1.joblib")
    #expect(throws: RegistryError.emptyFile(path: path)) { try register() }
  }

  @Test func `is copied, not shared: what happens to the original later does not matter`() throws {
    let original = directory.file("artifacts/model_v1.joblib")
    try FileManager.default.linkItem(atPath: original, toPath: directory.file("second name"))
    try register()
    let handle = try #require(FileHandle(forWritingAtPath: original))
    try handle.write(contentsOf: Data("MODEL".utf8))
    try handle.close()
    #expect(try directory.read("artifacts/model_v1.joblib") == "MODEL bytes")
    #expect(
      try registry.resolve(.exact(version)).readModel() == Array("model bytes".utf8))
  }

  @Test func `is refused when its name holds a control character`() throws {
    try FileManager.default.moveItem(
      atPath: directory.file("artifacts/model_v1.joblib"),
      toPath: directory.file("artifacts/model_v1.a\nb"))
    let refusal = RegistryError.unusableFileName(
      directory: directory.file("artifacts"), name: "model_v1.a\nb")
    #expect(throws: refusal) { try register() }
  }

  /// Nobody could tell which of the two is the model, and a version cannot be mended.
  @Test(arguments: ["model.txt", "model"])
  func `is the only one: no further file is stored under a model's name`(name: String) throws {
    let path = try directory.write("x", to: "extra/\(name)")
    #expect(throws: RegistryError.nameTaken(path: path, storedName: name)) {
      try register(include: [path])
    }
    #expect(try registry.versions().isEmpty)
  }

  @Test func `leaves room for further files with names like its own`() throws {
    let path = try directory.write("x", to: "extra/model_card.md")
    try register(include: [path])
    #expect(try registry.resolve(.exact(version)).modelPath.hasSuffix("/model.joblib"))
  }
}
