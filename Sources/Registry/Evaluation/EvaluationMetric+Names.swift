extension EvaluationMetric {
  /// The metric that a metrics file means by a name: its own, or one that other programs give it
  /// (`auc`, `average_precision`, `sensitivity`, …); `nil` when there is none.
  ///
  /// Letter case and whether words are joined by `-`, `_` or a space do not matter. Of a dotted
  /// path (`test_metrics.recall`) the last part counts.
  public init?(named name: String) {
    let name = Self.plain(name)
    guard let metric = Self(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = metric
  }

  /// Whether a larger value of the metric of this name is the better one; `nil` when that is not
  /// known. Knows names of metrics that cannot be computed here, too: `rmse`, `r2`, `mcc`, ….
  public static func largerIsBetter(named name: String) -> Bool? {
    if let metric = EvaluationMetric(named: name) { return metric.largerIsBetter }
    let name = plain(name)
    if largerIsBetterElsewhere.contains(name) { return true }
    return smallerIsBetterElsewhere.contains(name) ? false : nil
  }

  private static func plain(_ name: String) -> String {
    let last = name.utf8.lastIndex(of: UInt8(ascii: ".")).map {
      name[name.utf8.index(after: $0)...]
    }
    return String((last ?? name[...]).lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
  }

  private static let otherNames: [String: EvaluationMetric] = [
    "auc": .areaUnderROC, "auroc": .areaUnderROC, "roc_auc_score": .areaUnderROC,
    "average_precision": .averagePrecision, "average_precision_score": .averagePrecision,
    "auprc": .averagePrecision, "ap": .averagePrecision,
    "f1_score": .f1, "f2_score": .f2,
    "precision_score": .precision, "ppv": .precision,
    "recall_score": .recall, "sensitivity": .recall, "tpr": .recall,
    "tnr": .specificity, "false_positive_rate": .falsePositiveRate,
    "accuracy_score": .accuracy, "acc": .accuracy,
    "balanced_accuracy_score": .balancedAccuracy,
    "logloss": .logLoss, "cross_entropy": .logLoss,
    "brier": .brierScore, "brier_score_loss": .brierScore, "brier_loss": .brierScore,
  ]

  private static let largerIsBetterElsewhere: Set = [
    "r2", "r2_score", "explained_variance", "mcc", "matthews_corrcoef", "kappa",
    "cohen_kappa", "cohen_kappa_score", "gini", "ks", "ndcg", "map", "jaccard", "npv", "lift",
    "f_beta", "fbeta", "macro_f1", "micro_f1", "weighted_f1", "f1_macro", "f1_micro",
    "f1_weighted", "precision_macro", "precision_micro", "precision_weighted", "recall_macro",
    "recall_micro", "recall_weighted", "roc_auc_ovr", "roc_auc_ovo", "roc_auc_ovr_weighted",
    "roc_auc_ovo_weighted", "log_likelihood", "youden_j", "g_mean",
  ]

  private static let smallerIsBetterElsewhere: Set = [
    "rmse", "mse", "mae", "mape", "smape", "msle", "rmsle", "medae", "max_error", "loss",
    "mean_squared_error", "root_mean_squared_error", "mean_absolute_error",
    "mean_absolute_percentage_error", "median_absolute_error", "error_rate", "fnr",
    "false_negative_rate", "fdr", "false_discovery_rate", "hamming_loss", "hinge_loss",
    "ece", "expected_calibration_error", "calibration_error", "deviance", "perplexity",
  ]
}
