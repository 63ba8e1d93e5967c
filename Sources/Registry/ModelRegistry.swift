/// A directory that holds the registered versions of one model.
///
/// Opening costs nothing: no file is touched until a method is called, and nothing is kept open
/// in between, so a value can be shared between threads and kept for as long as one likes.
///
/// ```swift
/// let registry = ModelRegistry(at: "models/registry")
/// let version = try ModelVersion("v1.2.0")
/// try registry.register(ArtifactDirectory("artifacts"), as: version, by: "ana")
/// try registry.promote(version, by: "ana", reason: "better recall")
/// let model = try registry.resolve(.alias(.champion))
/// ```
public struct ModelRegistry: Sendable {
  /// The directory, as it was given.
  public let path: String

  let fileSystem: any FileSystem
  /// What hashes the content of files.
  let hasher: any SHA256Hasher.Type
  /// What looks into ONNX files; without it, what they say is unknown.
  let inspector: ModelInspector?
  let clock: @Sendable () -> Timestamp
  /// How long a writer waits for another one.
  let lockTimeoutSeconds: Int

  /// The registry in a directory, which need not exist before the first version is registered.
  ///
  /// - Parameters:
  ///   - path: The directory.
  ///   - hasher: What hashes the content of files; one that uses the processor's instructions makes
  ///     large models several times as fast to register and to verify.
  ///   - inspector: What looks into ONNX files when a version is registered or linted, such as
  ///     `ModelPorts.inspect(onnx:)` of Learners; without it, what a model file says is unknown.
  public init(
    at path: String, hasher: any SHA256Hasher.Type = SHA256.self, inspector: ModelInspector? = nil
  ) {
    self.init(at: path, fileSystem: PosixFileSystem(), hasher: hasher, inspector: inspector)
  }

  /// The registry with other file calls, clock or patience, for tests.
  package init(
    at path: String, fileSystem: any FileSystem, hasher: any SHA256Hasher.Type = SHA256.self,
    lockTimeoutSeconds: Int = 10,
    clock: @escaping @Sendable () -> Timestamp = Timestamp.now,
    inspector: ModelInspector? = nil
  ) {
    self.path = path
    self.fileSystem = fileSystem
    self.hasher = hasher
    self.inspector = inspector
    self.lockTimeoutSeconds = lockTimeoutSeconds
    self.clock = clock
  }

  /// Opens the registry, which must be there, to read from.
  func openToRead() throws(RegistryError) -> RegistryDirectory {
    try RegistryDirectory.openToRead(path, fileSystem: fileSystem, hasher: hasher)
  }

  /// The directory that is meant when nothing is said.
  public static let defaultPath = "models/registry"
}
