@testable import Registry

extension LintCase {
  /// Six rows: 0.9 and 0.7 positive; 0.8, 0.4, 0.2 and 0.1 negative. Of 8 pairs 7 are in order, so the
  /// ROC AUC is 0.875; at 0.5, two are found and one of three is wrong, so precision is 0.6667; the
  /// Brier score is (0.01 + 0.09 + 0.64 + 0.16 + 0.04 + 0.01) / 6 = 0.1583.
  private static let rows = """
    row_id,split,label,probability
    1,test,yes,0.9
    2,test,no,0.8
    3,test,yes,0.7
    4,test,no,0.4
    5,test,no,0.2
    6,test,no,0.1

    """

  private static func held(
    _ metrics: String, metadata: String = #"{"classes": ["no", "yes"]}"#, _ rows: String = rows
  ) -> LintFiles {
    LintFiles(
      metadata: metadata, metrics: "{\"test_metrics\": {\(metrics)}}", holdout: rows)
  }

  static let ofHoldout: [LintCase] = [
    .init(
      rule: .unreadableHoldout, faulty: LintFiles(holdout: "row_id,label\n1,yes\n"),
      says: "'holdout_predictions.csv' ", sound: held("")),
    // What is predicted for several labels or as a number is nothing to compare here.
    .init(
      rule: .unreadableHoldout, faulty: LintFiles(holdout: "row_id,target\n1,2.5\n"),
      says: "'holdout_predictions.csv' ",
      sound: LintFiles(holdout: "row_id,target,prediction\n1,2.5,2.25\n")),
    .init(
      rule: .unreadableHoldout, faulty: LintFiles(holdout: "row_id,label,probability_a\n1,a,1\n"),
      says: "'holdout_predictions.csv' ",
      sound: LintFiles(holdout: "row_id,label,probability_a,probability_b\n1,a,1,0\n")),
    .init(
      rule: .holdoutMetrics, faulty: held(#""roc_auc": 0.91"#),
      says: "'test_metrics.roc_auc' is 0.91, and 'holdout_predictions.csv' makes it 0.8750",
      sound: held(#""roc_auc": 0.875, "brier": 0.158, "precision": 0.1"#)),
    .init(
      rule: .holdoutMetrics, faulty: held(#""precision": 0.75, "threshold": 0.5"#),
      says: "'test_metrics.precision' is 0.75, and 'holdout_predictions.csv' makes it 0.6667",
      sound: held(#""precision": 0.667, "recall": 1.0, "threshold": 0.5"#)),
    .init(
      rule: .holdoutMetrics, faulty: held(#""n_samples": 7, "roc_auc": 0.9"#, rows + "7,x,no,0\n"),
      says: "'test_metrics' was measured on 7 rows, and 'holdout_predictions.csv' has 6",
      sound: held(#""n_samples": 6"#, rows + "7,x,no,0\n")),
    // Nobody knows which label is the positive one.
    .init(
      rule: .holdoutMetrics,
      faulty: held(#""roc_auc": 0.6"#, metadata: #"{"positive_label": "yes"}"#),
      says: "makes it 0.8750",
      sound: held(#""brier": 0.1583"#, metadata: #"{"positive_label": "malignant"}"#)),
  ]
}
