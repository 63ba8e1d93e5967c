/// How many rows stand behind the metrics of one place in a metrics file: what makes a number evidence.
struct RowCounts {
  /// All rows.
  let rows: Int
  /// The rows of each class; `nil` where only their sum is known.
  let classes: (positives: Int, negatives: Int)?
  /// The whole confusion matrix, where it is there.
  private let matrix: ConfusionCounts?

  /// The counts that stand beside metrics: `confusion_matrix`, or `n_samples` and perhaps `prevalence`;
  /// `nil` where there are none that make sense.
  init?(beside metrics: JSONObject) {
    if let counts = metrics["confusion_matrix"].flatMap(ConfusionCounts.init(matrix:)),
      counts.count > 0
    {
      rows = counts.count
      classes = (counts.positives, counts.negatives)
      matrix = counts
    } else if let rows = metrics["n_samples"]?.integerValue, rows > 0,
      rows <= ConfusionCounts.largest
    {
      self.rows = rows
      matrix = nil
      let prevalence = metrics["prevalence"]?.doubleValue
      if let prevalence, (0...1).contains(prevalence) {
        let positives = Int((prevalence * Double(rows)).rounded())
        classes = (positives, rows - positives)
      } else {
        classes = nil
      }
    } else {
      return nil
    }
  }

  /// The rows of which a metric is a share; `nil` for a metric that is none, or where they are not known.
  func denominator(of metric: EvaluationMetric) -> Int? {
    switch metric {
    case .accuracy: rows
    case .recall: classes?.positives
    case .specificity, .falsePositiveRate: classes?.negatives
    case .precision: matrix?.predictedPositives
    case .areaUnderROC, .averagePrecision, .f1, .f2, .balancedAccuracy, .logLoss, .brierScore: nil
    }
  }

  /// Whether a metric is what the confusion matrix makes it, to two digits; where there is none, nothing
  /// speaks against it. An average over classes bears the same name and is another number.
  func agree(with metric: EvaluationMetric, of value: Double) -> Bool {
    guard let matrix, case .counts(let ratio) = metric.computation else { return true }
    return (ratio(matrix) - value).magnitude <= 0.0051
  }
}
