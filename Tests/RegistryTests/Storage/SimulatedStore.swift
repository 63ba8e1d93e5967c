import TestSupport
import Testing

@testable import Registry

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
      tree.add(text, at: "/predicted/\(name)")
    }
    tree.add("model bytes", at: "/artifacts/model_v1.joblib")
    tree.add("weights", at: "/directories/model_v1/weights.bin")
    tree.add("layer", at: "/directories/model_v1/layers/1.bin")
    tree.add("model bytes", at: "/predicted/model_v1.joblib")
    tree.add(predictions, at: "/predicted/holdout_predictions.csv")
    return tree
  }()

  /// Predictions on held-out rows, of which most are right.
  private static let predictions =
    "row_id,split,label,probability\n"
    + (1...12).map { row in
      "\(row),test,\(row % 2),\(row % 5 == 0 ? 0.5 : row % 2 == 1 ? 0.75 : 0.25)\n"
    }.joined()

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

  /// Registers v1.0.0, which serves, and v1.1.0, whose predictions are the same; the next promotion needs
  /// somebody who approves, and predictions that are not worse.
  func registerUnderPolicy(asking more: String = #"{"approvals": 1}"#) throws {
    try register("v1.0.0", "v1.1.0", from: "/predicted")
    try promote("v1.0.0")
    let registry = try RegistryDirectory.openToWrite("/models/registry", fileSystem: fileSystem)
    try registry.staging().replaceFile(
      Policy.fileName, in: registry.root,
      with: Array(
        """
        {"promotion": {"gates": [{"metric": "roc_auc", "not_worse_by": 0}, \(more)]}}
        """.utf8))
  }

  /// Asks for a promotion that the gates refuse: a line of the history is all that comes of it.
  func promoteInVain(_ version: String) throws {
    do {
      try promote(version)
      Issue.record("\(version) was promoted")
    } catch RegistryError.notPromoted(let report) where report.verdict == .refused {}
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
    // Who approves twice, or is refused twice, has two lines in the history: done again is done.
    for entry in try registry.history()
    where ![.approve, .reject].contains(entry.event) || !history.contains(entry) {
      history.append(entry)
    }
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
