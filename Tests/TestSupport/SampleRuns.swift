package import Registry

/// Runs in the `artifacts/` of a test's own directory.
package struct SampleRuns {
  package let store: RunStore
  private let artifacts: String

  package init(in directory: TemporaryDirectory) {
    artifacts = directory.file("artifacts")
    store = RunStore(artifacts: artifacts)
  }

  /// A boosting run with two metrics, a curve and a parent, as the format document describes it.
  package static func record(
    _ id: String = "20261121-153312-4k9x2m", rocAUC: Double = 0.93, family: String? = nil
  ) throws -> RunRecord {
    var run = RunRecord(
      try Self.id(id), status: .finished, createdAt: Timestamp(secondsSinceEpoch: 1_795_275_192),
      durationSeconds: 2.5)
    run.name = "registry train --data bank.csv"
    (run.host, run.user, run.release) = ("anvil", "ana", "0.1.0")
    run.codeVersion = "c0ffee"
    run.dataFile = "bank.csv"
    run.dataSHA256 = SHA256Digest(String(repeating: "ab", count: 32))
    run.seed = 42
    run.modelFamily = family ?? "gradient_boosting"
    run.parameters = ["learning_rate": .double(0.1), "max_leaves": 31]
    run.metrics = EvaluationMetrics(fields: [
      "primary_metric": "roc_auc",
      "validation_metrics": .object(["roc_auc": .double(rocAUC), "log_loss": .double(0.25)]),
      "test_metrics": .object(["roc_auc": .double(0.5)]),
    ])
    run.curves = [RunCurve("validation.log_loss", [0.5, 0.25, 0.375])]
    return run
  }

  package static func id(_ text: String) throws -> RunID {
    guard let id = RunID(text) else { throw RegistryError.noSuchFile(path: text) }
    return id
  }

  /// The files of small artifacts; the metadata names no run.
  package static var files: [ArtifactDirectory.NewFile] {
    [
      .init("model_v1.joblib", Array("model bytes".utf8)),
      .init("model_metadata_v1.json", Array(SampleArtifacts.metadata.utf8)),
      .init("model_signature_v1.json", Array(SampleArtifacts.signature.utf8)),
      .init("metrics_v1.json", Array(SampleArtifacts.metrics(recall: 0.75).utf8)),
      .init("monitoring_baseline/feature_profile.json", Array("{}".utf8)),
      .init("monitoring_baseline/score_profile.json", Array("{}".utf8)),
    ]
  }
}
