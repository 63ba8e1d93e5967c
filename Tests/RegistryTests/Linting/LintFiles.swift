@testable import Registry

/// The files that lint looks at, as text.
struct LintFiles: Sendable {
  var metadata = "{}"
  var signature = "{}"
  var metrics = "{}"
  var version: String?
  var model: ModelInspection?
  var holdout: String?

  /// What lint finds in them, by the rules as they are.
  func findings() throws -> [LintFinding] {
    let subject = LintSubject(
      signature: try ModelSignature(fields: object(signature), path: "s"),
      metadata: try object(metadata), metrics: EvaluationMetrics(fields: try object(metrics)),
      version: try version.map { try ModelVersion($0) }, model: model,
      holdout: try holdout.map(predictions),
      names: .init(
        model: "model_v1.onnx", metadata: "model_metadata_v1.json",
        signature: "model_signature_v1.json", metrics: "metrics_v1.json"))
    return LintReport(subject.findings, policy: LintPolicy()).findings
  }

  private func predictions(_ text: String) throws -> LintSubject.Holdout {
    try LintSubject.holdout { () throws(RegistryError) in
      try HoldoutPredictions(bytes: Array(text.utf8), path: "holdout_predictions.csv")
    }
  }

  private func object(_ text: String) throws -> JSONObject {
    try JSONValue(parsing: Array(text.utf8)).objectValue ?? JSONObject()
  }
}
