extension EvaluationMetric {
  /// What a metric is computed from, and how.
  enum Computation {
    /// The order of the probabilities.
    case ranking((RankedLabels) -> Double)
    /// Rows counted by label and prediction.
    case counts((ConfusionCounts) -> Double)
    /// The mean over the rows.
    case mean(ProbabilityLoss)
  }

  var computation: Computation {
    switch self {
    case .areaUnderROC: .ranking(\.areaUnderROC)
    case .averagePrecision: .ranking(\.averagePrecision)
    case .f1: .counts(\.f1)
    case .f2: .counts(\.f2)
    case .precision: .counts(\.precision)
    case .recall: .counts(\.recall)
    case .specificity: .counts(\.specificity)
    case .falsePositiveRate: .counts(\.falsePositiveRate)
    case .accuracy: .counts(\.accuracy)
    case .balancedAccuracy: .counts(\.balancedAccuracy)
    case .logLoss: .mean(.logarithmic)
    case .brierScore: .mean(.squared)
    }
  }

  /// Whether the metric is not defined without a row of this label.
  func needsLabel(isPositive: Bool) -> Bool {
    switch self {
    case .areaUnderROC, .balancedAccuracy: true
    case .averagePrecision, .recall, .f1, .f2, .precision: isPositive
    case .specificity, .falsePositiveRate: !isPositive
    case .accuracy, .logLoss, .brierScore: false
    }
  }
}
