import Testing

@testable import Registry

/// The files of an existing Python project, as the artifact contract quotes them.
@Suite struct `Lint of the existing project's files` {
  private static let metadata = #"""
    { "model_version": "v1.1.0", "created_at": "2026-01-15T20:18:40.737556", "seed": 42,
      "target_definition": "…", "expected_features": ["fase_2023", "ian_2023"],
      "blocked_features": ["ra", "nome", "em_risco_*"], "preprocessing_summary": ["…"],
      "model_family": "hist_gb", "calibration": "sigmoid",
      "threshold_policy": {"objective": "max_recall", "min_recall": 0.75, "min_precision": null,
                           "threshold_value": 0.026820049108277275},
      "libs_versions": {"sklearn": "1.8.0"}, "assumptions": ["…"] }
    """#

  private static let signature = #"""
    { "input_schema":  {"instituicao_2023": "object", "idade_2023": "float64"},
      "output_schema": {"risk_score": "float", "risk_label": "int", "model_version": "str"},
      "example_request": {"instituicao_2023": "A", "idade_2023": 5.0},
      "example_response": {"risk_score": 0.72, "risk_label": 1, "model_version": "v1.1.0"} }
    """#

  /// `more` stands in for what the quotation leaves out.
  private func findings(
    validation more: String = "", test: String = "", expected: String? = nil
  ) throws -> [String] {
    let metrics = #"""
      { "created_at": "…", "best_model": "hist_gb", "threshold": 0.0268, "calibration": "sigmoid",
        "validation_metrics": {"recall": 1.0, "precision": 0.398, "f1": 0.570, "pr_auc": 0.859,
                               "confusion_matrix": [[0, 74], [0, 49]], "brier_score": 0.120\#(more)},
        "test_metrics": {"recall": 1.0, "precision": 0.408, "pr_auc": 0.860, "n_samples": 153\#(test)} }
      """#
    let metadata = Self.metadata.replacing(
      #"["fase_2023", "ian_2023"]"#, with: expected ?? #"["fase_2023", "ian_2023"]"#)
    return try LintFiles(
      metadata: metadata, signature: Self.signature, metrics: metrics, version: "v1.1.0"
    ).findings().map { "\($0.severity.rawValue): \($0.line)" }
  }

  private static let features = """
    warning: model_metadata_v1.json: unrelated_features: none of the 2 expected features \
    ('fase_2023', 'ian_2023') is an input of the signature ('instituicao_2023', 'idade_2023')
    """
  private static let validation = """
    warning: metrics_v1.json: one_class_predicted: 123 of 123 rows are predicted positive, and 49 are
    """
  /// 49 / 123 · 1.0 / 0.408 · 153 = 149.4; of 152 rows 62 give 0.408, of 153 none do.
  private static let test = """
    warning: metrics_v1.json: one_class_predicted: recall 1.0 at precision 0.408 means about 149, \
    at most 152, of 153 rows predicted positive, if, as in 'validation_metrics', 39.8 % of the \
    rows are positive
    """

  @Test func `names the threshold at which nearly every row is positive`() throws {
    #expect(try findings() == [Self.features, Self.test, Self.validation])
  }

  @Test func `names the false positive rate of 0 beside 74 false positives`() throws {
    let fpr = """
      warning: metrics_v1.json: metric_arithmetic: 'validation_metrics.fpr' is 0, and the confusion \
      matrix makes it 1.0000 (74 of 74)
      """
    #expect(
      try findings(validation: #", "fpr": 0"#) == [Self.features, fpr, Self.test, Self.validation])
  }

  @Test func `counts 152 of 153 test rows where their confusion matrix is there`() throws {
    let counted = """
      warning: metrics_v1.json: one_class_predicted: 152 of 153 rows are predicted positive, and \
      62 are
      """
    #expect(
      try findings(
        test: #", "confusion_matrix": [[1, 90], [0, 62]]"#,
        expected: #"["instituicao_2023", "idade_2023"]"#) == [counted, Self.validation])
  }
}
