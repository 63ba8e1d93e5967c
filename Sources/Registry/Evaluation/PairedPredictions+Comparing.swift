extension PairedPredictions {
  /// From which probability on each model predicts positive.
  public struct Thresholds: Sendable, Equatable {
    /// The first model's, in 0...1.
    public let first: Double
    /// The second model's, in 0...1.
    public let second: Double

    /// One threshold a model.
    ///
    /// - Throws: ``EvidenceProblem/thresholdOutOfRange``.
    public init(first: Double, second: Double) throws(EvidenceProblem) {
      try EvidenceCheck.threshold(first)
      try EvidenceCheck.threshold(second)
      (self.first, self.second) = (first, second)
    }
  }

  /// Compares the two models by one metric, with the method that fits it: DeLong for the area under
  /// the ROC curve, exact McNemar for accuracy, recall, specificity and false positive rate, and the
  /// paired stratified bootstrap for any other.
  ///
  /// - Parameters:
  ///   - metric: what is compared.
  ///   - thresholds: from where on each model predicts positive.
  ///   - level: how sure the interval is to be.
  ///   - seed: what the bootstrap draws with; the same seed gives the same interval.
  /// - Returns: Both values, and the second less the first with its interval: where a smaller value
  ///   is the better one, the second model is better below 0.
  /// - Throws: ``EvidenceProblem/oneLabelOnly(isPositive:)`` when the metric needs a label that is
  ///   absent, ``EvidenceProblem/singleRow(isPositive:)`` from DeLong.
  public func comparison(
    by metric: EvaluationMetric, thresholds: Thresholds, level: ConfidenceLevel = .usual,
    seed: UInt64 = 0
  ) throws(EvidenceProblem) -> Comparison {
    switch metric {
    case .areaUnderROC: return try DeLong(self).comparison(level: level)
    case .accuracy, .recall, .specificity, .falsePositiveRate:
      try EvidenceCheck.labels(labels, for: metric)
      return agreement(by: metric, thresholds: thresholds).comparison(level: level)
    case .averagePrecision, .f1, .f2, .precision, .balancedAccuracy, .logLoss, .brierScore:
      return try PairedBootstrap(seed: seed).comparison(
        of: self, by: metric, thresholds: thresholds, level: level)
    }
  }

  /// The rows that a share counts (all, the positive or the negative ones), by which of the two
  /// models counts them in.
  private func agreement(
    by metric: EvaluationMetric, thresholds: Thresholds
  ) -> PairedProportions {
    let cells = PredictionCells(self, thresholds: thresholds)
    return switch metric {
    case .recall: cells.positives
    case .specificity: cells.negatives.inverted
    case .falsePositiveRate: cells.negatives
    default: cells.positives + cells.negatives.inverted
    }
  }
}
