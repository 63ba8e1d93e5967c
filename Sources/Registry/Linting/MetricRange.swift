/// The values that a metric can have.
struct MetricRange {
  let lowest: Double
  let highest: Double
  /// The range in words, behind "which is not".
  let phrase: String

  private static let share = MetricRange(lowest: 0, highest: 1, phrase: "in 0...1")
  private static let loss = MetricRange(lowest: 0, highest: .infinity, phrase: "0 or more")
  private static let correlation = MetricRange(lowest: -1, highest: 1, phrase: "in -1...1")

  private init(lowest: Double, highest: Double, phrase: String) {
    (self.lowest, self.highest, self.phrase) = (lowest, highest, phrase)
  }

  /// The range of the metric of this name; `nil` when none is known. The Brier score of several labels
  /// is a sum over them.
  init?(of name: String, ofSeveralLabels: Bool = false) {
    if let metric = EvaluationMetric(named: name) {
      if metric == .brierScore, ofSeveralLabels {
        self.init(lowest: 0, highest: 2, phrase: "in 0...2")
        return
      }
      self = metric == .logLoss ? Self.loss : Self.share
    } else if RateMetric(named: name) != nil {
      self = Self.share
    } else {
      switch name {
      case "f1_macro", "precision_macro", "recall_macro", "roc_auc_ovr": self = Self.share
      case "rmse", "mse", "mae", "n_samples": self = Self.loss
      case "mcc", "matthews_corrcoef": self = Self.correlation
      case "r2": self.init(lowest: -.infinity, highest: 1, phrase: "at most 1")
      default: return nil
      }
    }
  }
}
