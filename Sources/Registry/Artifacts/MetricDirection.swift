/// Which way a metric gets better, as far as its name tells.
public enum MetricDirection: Sendable, Equatable {
  /// A larger value is the better one.
  case larger
  /// A smaller value is the better one.
  case smaller

  /// The direction of a metric of this name: `recall`, `test_metrics.roc_auc`, `precision@0.5`; `nil`
  /// for a name that is not known.
  public init?(metric name: String) {
    let bare = name.prefix { $0 != "@" }.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if Self.largerNames.contains(bare) {
      self = .larger
    } else if Self.smallerNames.contains(bare) {
      self = .smaller
    } else {
      return nil
    }
  }

  private static let largerNames: Set = [
    "roc_auc", "auc", "pr_auc", "average_precision", "f1", "f2", "f0_5", "f1_score", "precision",
    "recall", "sensitivity", "specificity", "accuracy", "balanced_accuracy", "tpr", "tnr", "npv",
    "mcc", "matthews_corrcoef", "cohen_kappa", "jaccard", "gini", "ks", "r2", "ndcg",
    "true_positives", "true_negatives",
  ]

  private static let smallerNames: Set = [
    "log_loss", "brier_score", "brier", "rmse", "mae", "mse", "mape", "max_error", "hinge_loss",
    "fpr", "fnr", "fdr", "ece", "calibration_error", "false_positives", "false_negatives",
  ]
}
