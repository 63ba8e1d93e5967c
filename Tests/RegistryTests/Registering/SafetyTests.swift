import Registry
import TestSupport
import Testing

@Suite struct `A model that is a pickle` {
  private let directory: TemporaryDirectory
  private let registry: ModelRegistry
  private static let dangerous = "cos\ngetcwd\n(tR."
  private static let unknown = "cmylib\nModel\n(tR."

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(
      at: directory.file("r"), fileSystem: UnsyncedFileSystem(), lockTimeoutSeconds: 10)
  }

  private func register(
    _ model: String, including extra: [String] = [], allowing reason: String? = nil
  ) throws -> Registration {
    let path = try SampleArtifacts.write(in: directory, model: model)
    return try registry.register(
      ArtifactDirectory(path), as: ModelVersion("v1.0.0"), by: "ana", include: extra,
      allowingUnsafe: reason)
  }

  @Test func `is refused where it is dangerous to load`() throws {
    let error = #expect(throws: RegistryError.self) { try register(Self.dangerous) }
    #expect(error?.exitCode == .refused)
    #expect(
      error?.message == "'\(directory.file("artifacts"))' is dangerous to load: "
        + "'model.joblib' imports and calls 'os.getcwd' (byte 0)")
    #expect(try registry.versions().isEmpty)
  }

  @Test func `is registered for a reason, which the manifest keeps`() throws {
    let registration = try register(Self.dangerous, allowing: "made by us, see ticket 12")
    #expect(registration.scan.map(\.path) == ["model.joblib"])
    let kept = try #require(registration.manifest.fields["allowed_unsafe"])
    #expect(
      kept
        == .object([
          "reason": "made by us, see ticket 12",
          "files": .array([
            .object([
              "path": "model.joblib",
              "findings": .array(["imports and calls 'os.getcwd' (byte 0)"]),
            ])
          ]),
        ]))
    let provenance = try registry.provenance(of: .exact(registration.manifest.version))
    #expect(provenance.unsafeAllowance == "made by us, see ticket 12")
  }

  @Test func `keeps no reason that was not needed`() throws {
    let registration = try register("model bytes", allowing: "just in case")
    #expect(registration.manifest.fields["allowed_unsafe"] == nil)
    #expect(registration.scan.isEmpty)
  }

  @Test func `is registered with a warning where a person has to look`() throws {
    let registration = try register(Self.unknown)
    #expect(registration.scan.map(\.report.verdict) == [.review])
    #expect(registration.manifest.fields["allowed_unsafe"] == nil)
  }

  @Test func `is looked for in what is included, and only pickles count there`() throws {
    try directory.write(Self.dangerous, to: "more/deep/encoder.pkl")
    try directory.write("\u{1}\u{2}", to: "more/picture.png")
    let error = #expect(throws: RegistryError.self) {
      try register("model bytes", including: [directory.file("more")])
    }
    #expect(error?.message.contains("'more/deep/encoder.pkl' imports and calls") == true)
    let registration = try register(
      "model bytes", including: [directory.file("more")], allowing: "known")
    #expect(registration.scan.map(\.path) == ["more/deep/encoder.pkl"])
  }

  @Test func `is looked for in a file whose name begins with a combining mark`() throws {
    try directory.write(Self.dangerous, to: "more/\u{301}evil.pkl")
    #expect(throws: RegistryError.self) {
      try register("model bytes", including: [directory.file("more")])
    }
  }
}
