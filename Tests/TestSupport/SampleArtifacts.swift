import Foundation

/// Small artifacts in the form of the contract, as an existing Python project writes them.
public enum SampleArtifacts {
  public static let metadata = """
    { "team": "alunos", "created_at": "2026-01-15T20:18:40.737556", "seed": 42,
      "expected_features": ["instituicao_2023", "idade_2023"], "model_family": "hist_gb",
      "data_sha256": "aa", "code_version": "c0ffee" }
    """
  public static let signature = """
    { "input_schema":  {"instituicao_2023": "object", "idade_2023": "float64"},
      "output_schema": {"risk_score": "float", "risk_label": "int", "model_version": "str"} }
    """

  public static func metrics(recall: Double) -> String {
    """
    { "best_model": "hist_gb", "test_metrics": {"recall": \(recall), "pr_auc": 0.86, "n_samples": 153} }
    """
  }

  /// Writes `artifacts/` (or another directory) and returns its path.
  @discardableResult
  public static func write(
    in directory: TemporaryDirectory, at name: String = "artifacts", model: String = "model bytes",
    modelName: String = "model_v1.joblib", recall: Double = 0.75
  ) throws -> String {
    try directory.write(model, to: "\(name)/\(modelName)")
    try directory.write(metadata, to: "\(name)/model_metadata_v1.json")
    try directory.write(signature, to: "\(name)/model_signature_v1.json")
    try directory.write(metrics(recall: recall), to: "\(name)/metrics_v1.json")
    return directory.file(name)
  }
}
