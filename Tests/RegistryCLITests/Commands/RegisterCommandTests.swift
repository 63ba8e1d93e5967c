import Registry
import TestSupport
import Testing

@Suite struct `registry register` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try SampleArtifacts.write(in: place.directory)
  }

  private func register(_ words: String...) -> Workplace.Answer {
    place.run(["register", "--artifacts", place.artifacts, "--actor", "ana"] + words)
  }

  @Test func `says what it has stored`() {
    #expect(
      register("v1.0.0")
        == .init(code: .done, output: "registered v1.0.0 in DIR/registry: 4 files, sealed\n"))
  }

  @Test func `prints the manifest as JSON`() throws {
    let answer = register("--version", "1.0.0", "--notes", "first", "--json")
    let manifest = try #require(answer.json)
    #expect(
      Set(manifest.keys) == [
        "schema_version", "version", "status", "created_at", "registered_by", "notes", "artifacts",
        "hashes", "sizes", "has_baseline", "lineage", "self_sha256",
      ])
    #expect(manifest["version"] as? String == "v1.0.0")
    #expect(manifest["registered_by"] as? String == "ana")
    #expect(manifest["notes"] as? String == "first")
  }

  @Test func `understands the short options of the Python tool`() throws {
    try place.directory.write("{}", to: "baseline/feature_profile.json")
    let answer = place.run(
      "register", "-v", "v1.0.0", "-a", place.artifacts, "-r", place.directory.file("elsewhere"),
      "-b", place.directory.file("baseline"), "-n", "first", "--json")
    #expect(answer.code == .done)
    #expect(answer.json?["has_baseline"] as? Bool == true)
    #expect(answer.json?["notes"] as? String == "first")
    _ = try ModelRegistry(at: place.directory.file("elsewhere")).manifest(
      of: ModelVersion("v1.0.0"))
  }

  @Test func `stores further files`() throws {
    let card = try place.directory.write("# Card", to: "card.md")
    let data = try place.directory.write("a,b", to: "data.csv")
    #expect(register("v1.0.0", "--include", card, "--include", data).code == .done)
    #expect(try place.directory.read("registry/v1.0.0/card.md") == "# Card")
    #expect(try place.directory.read("registry/v1.0.0/data.csv") == "a,b")
  }

  @Test func `refuses a version that is there`() {
    #expect(register("v1.0.0").code == .done)
    #expect(
      register("v1.0.0")
        == .init(
          code: .alreadyExists,
          errors: """
            error: v1.0.0 is already registered
              fix: registered versions never change: register the next one, for example v1.0.1

            """))
  }

  @Test func `wants the version once`() {
    #expect(
      register("v1.0.0", "--version", "v1.0.0")
        == .init(
          code: .usage,
          errors: """
            error: 'VERSION' and '--version' exclude each other
              fix: give one of them; see 'registry register --help'

            """))
    #expect(
      register()
        == .init(
          code: .usage,
          errors: """
            error: VERSION is missing for 'registry register'
              fix: see 'registry register --help'

            """))
  }

  @Test func `refuses what is no version`() {
    #expect(
      register("v1.2")
        == .init(
          code: .usage,
          errors: """
            error: 'v1.2' is not a version: it is not three numbers such as 1.2.0
              fix: write it like v1.2.0 or v2.0.0-rc.1

            """))
  }

  @Test func `names every artifact that is missing`() throws {
    try place.directory.write("x", to: "half/model_v1.onnx")
    #expect(
      place.run("register", "v1.0.0", "-a", place.directory.file("half"))
        == .init(
          code: .notFound,
          errors: """
            error: 'DIR/half' has no model_metadata_v1.json, no model_signature_v1.json, no metrics_v1.json
              fix: train first (registry train), or name the directory with --artifacts

            """))
  }

  @Test func `leaves a registry of a newer format alone`() throws {
    try place.directory.write("{\"format\": 2}", to: "registry/.registry/format.json")
    #expect(
      register("v1.0.0")
        == .init(
          code: .newerFormat,
          errors: """
            error: 'DIR/registry/.registry/format.json' has format 2; this program knows formats up to 1
              fix: use the release of registry that wrote it, or a newer one

            """))
  }

  @Test func `puts a named model beside the registry that the environment names`() throws {
    #expect(
      register("v1.0.0", "--model", "bank")
        == .init(code: .done, output: "registered v1.0.0 in DIR/bank: 4 files, sealed\n"))
  }
}
