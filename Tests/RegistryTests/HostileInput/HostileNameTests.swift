import Foundation
import Registry
import TestSupport
import Testing

/// A name that is read is checked like a name that is typed.
@Suite struct `A hostile name` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"), fileSystem: UnsyncedFileSystem())
    try SampleArtifacts.write(in: directory)
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana")
    try registry.promote(ModelVersion("v1.0.0"), by: "ana")
  }

  private func quoted(_ name: String) throws -> String {
    String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
  }

  /// The record with its seal.
  private func sealed(_ text: String) -> String {
    let zeros = String(repeating: "0", count: 64)
    let blank = text + ",\n  \"self_sha256\": \"\(zeros)\"\n}\n"
    return blank.replacingOccurrences(
      of: zeros, with: SHA256.digest(of: Array(blank.utf8)).description)
  }

  @Test(arguments: HostileNames.all + [""])
  func `is no version`(name: String) {
    let error = #expect(throws: RegistryError.self) { try ModelVersion(name) }
    #expect(error?.exitCode == .usage)
  }

  @Test(arguments: HostileNames.aliases)
  func `is no alias`(name: String) {
    let error = #expect(throws: RegistryError.self) { try AliasName(name) }
    #expect(error?.exitCode == .usage)
  }

  @Test(arguments: HostileNames.models)
  func `is no model`(name: String) throws {
    // Dots and hyphens may stand in a model's name; what could lead elsewhere may not.
    if let model = try? ModelName(name) {
      #expect(model.directory(beside: "models/registry") == "models/\(name)")
      #expect(!name.contains("/") && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(!name.hasPrefix(".") && !name.hasPrefix("-"))
    }
  }

  @Test(arguments: HostileNames.all)
  func `in an alias file is damage, sealed or not`(name: String) throws {
    let path = "registry/champion.json"
    for text in [
      "{\n  \"version\": \(try quoted(name))\n}\n",
      sealed("{\n  \"version\": \(try quoted(name)),\n  \"generation\": 1"),
    ] {
      try directory.write(text, to: path)
      let error = #expect(throws: RegistryError.self) { try registry.resolve(.alias(.champion)) }
      #expect(error?.exitCode == .integrityFailure)
      #expect(try !registry.verify().isClean)
      #expect(try registry.problems().count == 1)
    }
  }

  @Test(arguments: HostileNames.all + ["v1.0.1"])
  func `in a manifest is damage, sealed or not`(name: String) throws {
    let version = try ModelVersion("v1.0.0")
    chmod(directory.file("registry/v1.0.0/manifest.json"), 0o644)
    for text in [
      "{\n  \"version\": \(try quoted(name))\n}\n",
      sealed("{\n  \"schema_version\": 1,\n  \"version\": \(try quoted(name)),\n  \"hashes\": {}"),
    ] {
      try directory.write(text, to: "registry/v1.0.0/manifest.json")
      let error = #expect(throws: RegistryError.self) { try registry.resolve(.exact(version)) }
      #expect(error?.exitCode == .integrityFailure)
      #expect(try !registry.verify().isClean)
    }
  }

  @Test(arguments: [
    "", ".", "..", "/etc/passwd", "../../secret", "model/../../secret", "a//b", "a/./b", "a/",
    "\u{0}",
  ])
  func `of a file in a manifest is damage, and nothing outside is read`(name: String) throws {
    try directory.write("secret", to: "secret")
    let version = try ModelVersion("v1.0.0")
    chmod(directory.file("registry/v1.0.0/manifest.json"), 0o644)
    let digest = SHA256.digest(of: Array("secret".utf8)).description
    let text = sealed(
      """
      {
        "schema_version": 1,
        "version": "v1.0.0",
        "hashes": {\(try quoted(name)): "\(digest)"}
      """)
    try directory.write(text, to: "registry/v1.0.0/manifest.json")
    let error = #expect(throws: RegistryError.self) { try registry.resolve(.exact(version)) }
    guard case .invalidField(_, "hashes", _) = error else {
      Issue.record("\(name): \(String(describing: error))")
      return
    }
  }

  @Test(arguments: HostileNames.all)
  func `in the history is damage`(name: String) throws {
    let path = "registry/.registry/journal.jsonl"
    for line in [
      #"{"sequence": 1, "event": "register", "version": \#(try quoted(name)), "previous_sha256": null}"#,
      #"{"sequence": 1, "event": "promote", "version": "v1.0.0", "alias": \#(try quoted(name)), "generation": 1, "previous_sha256": null}"#,
      #"{"sequence": 1, "event": \#(try quoted(name)), "version": "v1.0.0", "previous_sha256": null}"#,
    ] {
      try directory.write(line + "\n", to: path)
      let broken = RegistryError.brokenHistory(path: directory.file(path), line: 1)
      #expect(throws: broken) { try registry.history() }
      // Service goes on.
      #expect(try registry.resolve(.alias(.champion)).version == ModelVersion("v1.0.0"))
    }
  }

  @Test(
    arguments: HostileNames.all.filter {
      !$0.contains("/") && !$0.contains("\u{0}") && $0 != "." && $0 != ".." && $0.utf8.count < 200
    })
  func `of a directory in the registry is no version and no alias`(name: String) throws {
    guard name != ".registry" else { return }
    try FileManager.default.createDirectory(
      atPath: directory.file("registry/\(name)"), withIntermediateDirectories: true)
    try directory.write("{}", to: "registry/\(name)x.json")
    #expect(try registry.versions().map(\.version.description) == ["v1.0.0"])
    #expect(try registry.aliases().map(\.alias) == [.champion])
    #expect(try registry.verify().findings == [])
  }
}
