import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Resolving` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    try SampleArtifacts.write(in: directory)
    for text in ["v1.0.0", "v1.2.0", "v1.3.0-rc.1", "v2.0.0"] {
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: ModelVersion(text), by: "ana")
    }
    try registry.promote(ModelVersion("v1.0.0"), by: "ana")
  }

  private func resolve(_ text: String) throws -> ResolvedModel {
    try registry.resolve(ModelReference(text))
  }

  @Test(arguments: [
    ("champion", "v1.0.0"), ("v1.2.0", "v1.2.0"), ("^1", "v1.2.0"), ("~1.0", "v1.0.0"),
    ("latest", "v2.0.0"), ("v1.3.0-rc.1", "v1.3.0-rc.1"),
  ])
  func `leads to the version that is meant`(text: String, version: String) throws {
    let model = try resolve(text)
    #expect(model.version?.description == version)
    #expect(model.modelPath == directory.file("registry/\(version)/model.joblib"))
    #expect(try model.readModel() == Array("model bytes".utf8))
  }

  @Test func `refuses bytes that changed between the check and the use`() throws {
    let model = try resolve("champion")
    chmod(model.modelPath, 0o644)
    // As long as before: only the digest tells.
    try Data("evil! bytes".utf8).write(to: URL(fileURLWithPath: model.modelPath))
    #expect(throws: RegistryError.damagedFile(path: model.modelPath, .content)) {
      try model.readModel()
    }
  }

  @Test(arguments: ["challenger", "v7.0.0", "^3"])
  func `never falls back to another model`(text: String) throws {
    let error = #expect(throws: RegistryError.self) { try resolve(text) }
    #expect(error?.exitCode == .notFound)
    #expect(error?.message.contains(registry.path) == true)
    #expect(error?.remedy != nil)
  }

  @Test func `refuses a version with a changed, cut, missing or replaced file`() throws {
    let model = directory.file("registry/v1.0.0/model.joblib")
    chmod(directory.file("registry/v1.0.0"), 0o755)
    func damage(_ text: String) throws {
      try? FileManager.default.removeItem(atPath: model)
      try directory.write(text, to: "registry/v1.0.0/model.joblib")
    }
    try damage("model bytez")
    #expect(throws: RegistryError.damagedFile(path: model, .content)) { try resolve("champion") }
    try damage("model")
    #expect(throws: RegistryError.damagedFile(path: model, .size(expected: 11, found: 5))) {
      try resolve("champion")
    }
    try FileManager.default.removeItem(atPath: model)
    #expect(throws: RegistryError.damagedFile(path: model, .missing)) { try resolve("champion") }
    try FileManager.default.createSymbolicLink(atPath: model, withDestinationPath: "/etc/passwd")
    #expect(throws: RegistryError.damagedFile(path: model, .notARegularFile)) {
      try resolve("champion")
    }
    _ = try resolve("v1.2.0")
  }

  @Test func `refuses a version to which a file was added`() throws {
    chmod(directory.file("registry/v1.0.0"), 0o755)
    let path = try directory.write("import os", to: "registry/v1.0.0/extra.py")
    #expect(throws: RegistryError.damagedFile(path: path, .notRegistered)) {
      try resolve("champion")
    }
  }

  @Test(arguments: ["v1.0.0/manifest.json", "champion.json"])
  func `refuses a record whose seal was taken off`(name: String) throws {
    let path = directory.file("registry/" + name)
    chmod(path, 0o644)
    let lines = try directory.read("registry/" + name).split(separator: "\n")
    let unsealed = lines.filter { !$0.contains("self_sha256") }.joined(separator: "\n")
    let text = unsealed.replacingOccurrences(of: ",\n}", with: "\n}")
    try directory.write(text, to: "registry/" + name)
    #expect(throws: RegistryError.brokenSeal(path: path)) { try resolve("champion") }
  }

  @Test func `refuses a link in place of a version's directory or of an alias file`() throws {
    let link = directory.file("registry/v5.0.0")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: directory.file("registry/v1.0.0"))
    #expect(throws: RegistryError.damagedFile(path: link, .notADirectory)) { try resolve("v5.0.0") }
    let alias = directory.file("registry/staging.json")
    try FileManager.default.createSymbolicLink(
      atPath: alias, withDestinationPath: directory.file("registry/champion.json"))
    #expect(throws: RegistryError.damagedFile(path: alias, .notARegularFile)) {
      try resolve("staging")
    }
  }

  @Test func `takes a MODEL_VERSION of bytes that are no text for a name that is wrong`() throws {
    setenv("REGISTRY_TEST_REFERENCE", [99, -1, 0] as [CChar], 1)
    let value = try #require(ProcessEnvironment.value("REGISTRY_TEST_REFERENCE"))
    #expect(throws: RegistryError.invalidAlias(value)) { try ModelReference(value) }
  }

  @Test func `of no version at all says so`() {
    #expect(throws: RegistryError.noVersionNamed(registry: registry.path)) {
      try registry.resolve(.development)
    }
  }

  @Test func `refuses another manifest than the alias was promoted with`() throws {
    let path = directory.file("registry/v1.0.0/manifest.json")
    chmod(directory.file("registry/v1.0.0"), 0o755)
    chmod(path, 0o644)
    // An attacker who knows the format can seal a manifest of their own.
    let other = ModelRegistry(at: directory.file("other"))
    try SampleArtifacts.write(in: directory, model: "evil bytes!")
    try other.register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "eve")
    try directory.write(
      directory.read("other/v1.0.0/manifest.json"), to: "registry/v1.0.0/manifest.json")
    #expect(throws: RegistryError.manifestReplaced(path: path, alias: .champion)) {
      try resolve("champion")
    }
  }

  @Test(arguments: [
    (#"{"version": "../../etc"}"#, "version"), (#"{"version": "v1"}"#, "version"),
    ("{}", "version"),
    (#"{"version": "v1.0.0", "manifest_sha256": "12"}"#, "manifest_sha256"),
    (#"{"version": "v1.0.0", "generation": -1}"#, "generation"),
  ])
  func `checks what an alias file says like what a person types`(
    text: String, field: String
  ) throws {
    try directory.write(text, to: "registry/champion.json")
    let error = #expect(throws: RegistryError.self) { try resolve("champion") }
    guard case .invalidField(_, field, _) = error else {
      Issue.record("expected a complaint about '\(field)', got \(String(describing: error))")
      return
    }
  }

  @Test func `refuses a registry, and a manifest, of a newer format`() throws {
    let manifest = #"{"schema_version": 2, "version": "v3.0.0", "hashes": {}}"#
    try directory.write(manifest, to: "registry/v3.0.0/manifest.json")
    #expect(
      throws: RegistryError.newerFormat(
        path: directory.file("registry/v3.0.0/manifest.json"), found: 2, known: 1)
    ) { try resolve("v3.0.0") }
    try directory.write("{\"format\": 9}", to: "registry/.registry/format.json")
    let error = #expect(throws: RegistryError.self) { try resolve("champion") }
    #expect(error?.exitCode == .newerFormat)
  }

  @Test func `follows the environment that a deployment sets`() throws {
    let environment = ["MODEL_VERSION": "champion", "REGISTRY_DIR": registry.path]
    let model = try ResolvedModel.resolve(environment: { environment[$0] })
    #expect(model.version?.description == "v1.0.0")
  }

  @Test func `means the development files when MODEL_VERSION is empty`() throws {
    let environment = [
      "MODEL_VERSION": "", "MODEL_PATH": directory.file("artifacts/model_v1.joblib"),
      "METADATA_PATH": directory.file("artifacts/model_metadata_v1.json"),
      "SIGNATURE_PATH": directory.file("artifacts/model_signature_v1.json"),
    ]
    let model = try ResolvedModel.resolve(environment: { environment[$0] })
    #expect(model.version == nil)
    #expect(try model.readSignature().inputs.map(\.name) == ["instituicao_2023", "idade_2023"])
    #expect(
      throws: RegistryError.noDevelopmentModel(path: "nowhere", variable: "MODEL_PATH")
    ) { try ResolvedModel.resolve(environment: { $0 == "MODEL_PATH" ? "nowhere" : nil }) }
  }
}
