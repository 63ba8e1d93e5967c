/// How many rows stand behind the metrics of one place in a metrics file: what makes a number evidence.
struct RowCounts {
  /// All rows.
  let rows: Int
  /// The rows of each class; `nil` where only their sum is known.
  let classes: (positives: Int, negatives: Int)?
  /// How many rows were predicted positive.
  private let predictedPositives: Int?

  /// The counts that stand beside metrics: `confusion_matrix`, or `n_samples` and perhaps `prevalence`;
  /// `nil` where there are none that make sense.
  init?(beside metrics: JSONObject) {
    if let counts = metrics["confusion_matrix"].flatMap(ConfusionCounts.init(matrix:)),
      counts.count > 0
    {
      rows = counts.count
      classes = (counts.positives, counts.negatives)
      predictedPositives = counts.predictedPositives
    } else if let rows = metrics["n_samples"]?.integerValue, rows > 0,
      rows <= ConfusionCounts.largest
    {
      self.rows = rows
      predictedPositives = nil
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
    case .precision: predictedPositives
    case .areaUnderROC, .averagePrecision, .f1, .f2, .balancedAccuracy, .logLoss, .brierScore: nil
    }
  }
}
