/// The values that metrics can have, by the names that they go by.
enum MetricRange {
  /// The names of the area under the ROC curve.
  static let areaUnderROC = ["roc_auc", "auc", "auc_roc"]

  /// The lowest and the highest value of a metric, and the range in words; `nil` for a metric that
  /// is not known.
  static func range(of name: String) -> (lowest: Double, highest: Double, phrase: String)? {
    if shares.contains(name) { return (0, 1, "in 0...1") }
    if losses.contains(name) { return (0, .infinity, "0 or more") }
    if correlations.contains(name) { return (-1, 1, "in -1...1") }
    return name == "r2" ? (-.infinity, 1, "at most 1") : nil
  }

  private static let shares = Set(
    RateMetric.allCases.flatMap(\.names) + areaUnderROC
      + ["pr_auc", "average_precision", "brier_score", "brier"])
  private static let losses: Set = ["log_loss", "logloss", "rmse", "mse", "mae", "n_samples"]
  private static let correlations: Set = ["mcc", "matthews_corrcoef"]
}
