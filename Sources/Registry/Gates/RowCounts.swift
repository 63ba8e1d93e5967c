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
    if let matrix = metrics["confusion_matrix"], let counts = Self.counts(matrix) {
      rows = counts.reduce(0, +)
      classes = (counts[2] + counts[3], counts[0] + counts[1])
      predictedPositives = counts[1] + counts[3]
    } else if let rows = metrics["n_samples"]?.integerValue, rows > 0, rows <= Self.largest {
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

  /// More rows than anybody has; their sums never overflow.
  private static let largest = 1 << 40

  /// `[[tn, fp], [fn, tp]]` in a row.
  private static func counts(_ matrix: JSONValue) -> [Int]? {
    let lines = matrix.arrayValue?.compactMap { $0.arrayValue?.compactMap(\.integerValue) } ?? []
    guard lines.count == 2, lines.allSatisfy({ $0.count == 2 }) else { return nil }
    let counts = lines.flatMap { $0 }
    guard counts.allSatisfy({ (0...largest).contains($0) }), counts.contains(where: { $0 > 0 })
    else { return nil }
    return counts
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
