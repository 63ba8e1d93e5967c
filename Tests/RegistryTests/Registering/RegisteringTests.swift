import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Registering a version` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("models/registry"))
    version = try ModelVersion("v1.0.0")
  }

  @discardableResult
  private func register(
    _ version: ModelVersion? = nil, from artifacts: String = "artifacts", baseline: String? = nil,
    include: [String] = []
  ) throws -> Registration {
    try registry.register(
      ArtifactDirectory(directory.file(artifacts)), as: version ?? self.version, by: "ana",
      notes: "first", baseline: baseline, include: include)
  }

  @Test func `copies every artifact byte for byte under its stored name`() throws {
    try SampleArtifacts.write(in: directory)
    try directory.write("[]", to: "artifacts/model_comparison.json")
    try directory.write("# Report", to: "artifacts/model_report.md")
    try directory.write("<svg/>", to: "artifacts/model_report_plots/roc.svg")
    try directory.write("{}", to: "artifacts/monitoring_baseline/feature_profile.json")
    try directory.write("not taken", to: "artifacts/notes.txt")

    let registration = try register()

    #expect(registration.historyFailure == nil)
    #expect(
      registration.manifest.files.map(\.path) == [
        "metrics.json", "model.joblib", "model_comparison.json", "model_metadata.json",
        "model_report.md", "model_report_plots/roc.svg", "model_signature.json",
        "monitoring_baseline/feature_profile.json",
      ])
    let stored = "models/registry/v1.0.0/"
    #expect(try directory.read(stored + "model.joblib") == "model bytes")
    #expect(try directory.read(stored + "model_metadata.json") == SampleArtifacts.metadata)
    #expect(registration.manifest.hasBaseline)
  }

  @Test func `records digests that sha256sum agrees with`() throws {
    try SampleArtifacts.write(in: directory)
    let manifest = try register().manifest
    let model = try #require(manifest.files.first { $0.path == "model.joblib" })
    // printf 'model bytes' | sha256sum
    #expect(
      model.digest.description
        == "9cb7487000bc86ac36ce83c4acfabe8878552be99572a6770f65ab1d048a5c48")
    #expect(model.byteCount == 11)
    #expect(manifest.lineage.dataSHA256 == "aa")
    #expect(manifest.lineage.codeVersion == "c0ffee")
    #expect(manifest.lineage.parent == nil)
  }

  @Test func `names the highest version below it as parent`() throws {
    try SampleArtifacts.write(in: directory)
    for text in ["v1.9.0", "v1.10.0", "v3.0.0"] { try register(ModelVersion(text)) }
    #expect(try register(ModelVersion("v2.0.0")).manifest.lineage.parent == ModelVersion("v1.10.0"))
  }

  @Test func `leaves sealed files: 0444 in a directory of 0555`() throws {
    try SampleArtifacts.write(in: directory)
    try directory.write("{}", to: "artifacts/monitoring_baseline/feature_profile.json")
    try register()
    func mode(_ name: String) throws -> Int? {
      let path = directory.file("models/registry/v1.0.0/" + name)
      return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode("") == 0o555)
    #expect(try mode("monitoring_baseline") == 0o555)
    for file in ["model.joblib", "manifest.json", "monitoring_baseline/feature_profile.json"] {
      #expect(try mode(file) == 0o444)
    }
  }

  @Test func `prefers the name with _v1 and falls back to the one without`() throws {
    try SampleArtifacts.write(in: directory)
    try directory.write("{\"old\": true}", to: "artifacts/metrics.json")
    try FileManager.default.moveItem(
      atPath: directory.file("artifacts/model_v1.joblib"),
      toPath: directory.file("artifacts/model.joblib"))
    try register()
    #expect(
      try directory.read("models/registry/v1.0.0/metrics.json")
        == SampleArtifacts.metrics(recall: 0.75))
    #expect(try directory.read("models/registry/v1.0.0/model.joblib") == "model bytes")
  }

  @Test func `takes a model that is a directory`() throws {
    try SampleArtifacts.write(in: directory, modelName: "model_v1/weights/part 1.bin")
    let manifest = try register().manifest
    #expect(manifest.files.contains { $0.path == "model/weights/part 1.bin" })
    let model = try registry.resolve(.exact(version))
    #expect(model.modelPath == directory.file("models/registry/v1.0.0/model"))
  }

  @Test func `takes a baseline from elsewhere and further files`() throws {
    try SampleArtifacts.write(in: directory)
    try directory.write("{\"mine\": 1}", to: "other/feature_profile.json")
    try directory.write("{\"not\": 1}", to: "artifacts/monitoring_baseline/feature_profile.json")
    try directory.write("text", to: "extra/notes.txt")
    let manifest = try register(
      baseline: directory.file("other"), include: [directory.file("extra/notes.txt")]
    ).manifest
    #expect(manifest.files.contains { $0.path == "notes.txt" })
    #expect(
      try directory.read("models/registry/v1.0.0/monitoring_baseline/feature_profile.json")
        == "{\"mine\": 1}")
  }

  @Test func `never changes one that exists, and says which number is free`() throws {
    try SampleArtifacts.write(in: directory)
    try register()
    let before = directory.contents()
    try SampleArtifacts.write(in: directory, at: "again", model: "other bytes")
    let refusal = RegistryError.alreadyRegistered(version, suggestion: try ModelVersion("v1.0.1"))
    #expect(throws: refusal) { try register(from: "again") }
    #expect(throws: refusal) { try register() }
    #expect(
      directory.contents().filter { $0.key.hasPrefix("models/registry/v1") }
        == before.filter { $0.key.hasPrefix("models/registry/v1") })
  }

  @Test(arguments: [
    "model_v1.joblib", "model_metadata_v1.json", "model_signature_v1.json", "metrics_v1.json",
  ])
  func `refuses artifacts without a required file`(name: String) throws {
    try SampleArtifacts.write(in: directory)
    try FileManager.default.removeItem(atPath: directory.file("artifacts/" + name))
    let error = #expect(throws: RegistryError.self) { try register() }
    guard case .missingArtifacts(_, let missing) = error else {
      Issue.record("expected missingArtifacts, got \(String(describing: error))")
      return
    }
    #expect(missing.count == 1)
    #expect(!FileManager.default.fileExists(atPath: directory.file("models/registry/v1.0.0")))
  }

  @Test(arguments: ["", "[]", "{\"a\": NaN}", "{\"a\": 1, \"a\": 2}", "{", "\u{FEFF}{}"])
  func `refuses a required file that is no strict JSON object`(text: String) throws {
    try SampleArtifacts.write(in: directory)
    try directory.write(text, to: "artifacts/metrics_v1.json")
    let error = #expect(throws: RegistryError.self) { try register() }
    #expect(error?.exitCode == .usage)
    #expect(error?.message.contains("metrics_v1.json") == true)
    #expect(try registry.versions().isEmpty)
    let staging = directory.file("models/registry/.registry/staging")
    #expect(try FileManager.default.contentsOfDirectory(atPath: staging).isEmpty)
  }

  @Test func `refuses links, also inside a model directory, and special files at once`() throws {
    try SampleArtifacts.write(in: directory, modelName: "model_v1/weights.bin")
    let link = directory.file("artifacts/model_v1/link.bin")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    #expect(throws: RegistryError.notARegularFile(path: link)) { try register() }
    try FileManager.default.removeItem(atPath: link)
    #expect(mkfifo(link, 0o644) == 0)
    #expect(throws: RegistryError.notARegularFile(path: link)) { try register() }
    #expect(try registry.versions().isEmpty)
  }

  @Test func `refuses metadata that would make its manifest too large to read back`() throws {
    try SampleArtifacts.write(in: directory)
    let text = String(repeating: "x", count: (16 << 20) - 100)
    try directory.write(#"{"run_id": "\#(text)"}"#, to: "artifacts/model_metadata_v1.json")
    #expect(throws: RegistryError.fileTooLarge(path: "manifest.json", limit: 16 << 20)) {
      try register()
    }
  }

  @Test func `refuses a baseline that is a file, and metrics that are a directory`() throws {
    try SampleArtifacts.write(in: directory)
    let file = try directory.write("{}", to: "profile.json")
    #expect(throws: RegistryError.notADirectory(path: file)) { try register(baseline: file) }
    try FileManager.default.removeItem(atPath: directory.file("artifacts/metrics_v1.json"))
    try directory.write("{}", to: "artifacts/metrics_v1.json/inner.json")
    let metrics = directory.file("artifacts/metrics_v1.json")
    #expect(throws: RegistryError.notARegularFile(path: metrics)) { try register() }
  }

  @Test func `refuses a signature whose schema is no object, naming the field`() throws {
    try SampleArtifacts.write(in: directory)
    let path = try directory.write(
      #"{"input_schema": ["a"]}"#, to: "artifacts/model_signature_v1.json")
    let refusal = RegistryError.unfitArtifact(
      path: path, field: "input_schema", expected: "an object of type names by column")
    #expect(throws: refusal) { try register() }
  }

  @Test func `refuses two models in one directory`() throws {
    try SampleArtifacts.write(in: directory)
    try directory.write("x", to: "artifacts/model_v1.onnx")
    #expect(
      throws: RegistryError.ambiguousModel(
        directory: directory.file("artifacts"), names: ["model_v1.joblib", "model_v1.onnx"])
    ) { try register() }
  }

  @Test func `refuses an extra file under a name that is taken`() throws {
    try SampleArtifacts.write(in: directory)
    for name in ["extra/manifest.json", "extra/metrics.json"] {
      let path = try directory.write("{}", to: name)
      #expect(throws: RegistryError.self) { try register(include: [path]) }
    }
    #expect(try registry.versions().isEmpty)
  }
}
