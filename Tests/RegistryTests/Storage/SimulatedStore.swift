import Registry
import TestSupport
import Testing

/// A registry on a simulated disk, with artifacts beside it and a clock that stands still.
struct SimulatedStore: Sendable {
  /// The disk before anything is registered.
  static let empty: DiskTree = {
    var tree = DiskTree()
    let texts = [
      "model_metadata_v1.json": SampleArtifacts.metadata,
      "model_signature_v1.json": SampleArtifacts.signature,
      "metrics_v1.json": SampleArtifacts.metrics(recall: 0.75),
    ]
    for (name, text) in texts {
      tree.add(text, at: "/artifacts/\(name)")
      tree.add(text, at: "/directories/\(name)")
    }
    tree.add("model bytes", at: "/artifacts/model_v1.joblib")
    tree.add("weights", at: "/directories/model_v1/weights.bin")
    tree.add("layer", at: "/directories/model_v1/layers/1.bin")
    return tree
  }()

  let fileSystem: any FileSystem
  let registry: ModelRegistry

  init(on fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
    registry = ModelRegistry(
      at: "/models/registry", fileSystem: fileSystem, lockTimeoutSeconds: 0,
      clock: { Timestamp(secondsSinceEpoch: 1_768_473_000) })
  }

  func register(_ versions: String..., from artifacts: String = "/artifacts") throws {
    for version in versions {
      try registry.register(
        ArtifactDirectory(artifacts, fileSystem: fileSystem), as: ModelVersion(version), by: "ana")
    }
  }

  func promote(_ version: String) throws {
    try registry.promote(ModelVersion(version), by: "ana", reason: "better")
  }
}

/// What a reader can see of a registry.
struct StoreState: Equatable {
  var manifests: [Manifest] = []
  var aliases: [AliasRecord] = []
  var history: [JournalEntry] = []

  /// - Throws: when anything cannot be read, an alias means no whole version, or `verify` finds
  ///   something.
  init(_ registry: ModelRegistry) throws {
    do {
      manifests = try registry.versions().map { try registry.manifest(of: $0.version) }
    } catch RegistryError.noRegistry { return }
    aliases = try registry.aliases()
    history = try registry.history()
    for manifest in manifests { _ = try registry.resolve(.exact(manifest.version)) }
    for alias in aliases {
      let model = try registry.resolve(.alias(alias.alias))
      if model.modelPath.hasSuffix(".joblib") { _ = try model.readModel() }
    }
    let findings = try registry.verify().findings
    if let finding = findings.first { throw finding }
  }
}

extension StoreState {
  /// The state in one line, for a failing test.
  var summary: String {
    let aliases = aliases.map { "\($0.alias)=\($0.version)" }.joined(separator: " ")
    let events = history.map { "\($0.event) \($0.version)" }.joined(separator: ", ")
    return "\(manifests.map(\.version)) \(aliases) [\(events)]"
  }
}
