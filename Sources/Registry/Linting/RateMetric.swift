/// A metric that follows from the four counts of a confusion matrix.
enum RateMetric: Hashable {
  case precision, recall, specificity, f1, f2, falsePositiveRate, falseNegativeRate
  case negativePredictiveValue, accuracy, balancedAccuracy, prevalence

  /// The rate that a metrics file means by a name; `nil` when it is another metric, or none.
  init?(named name: String) {
    switch EvaluationMetric(named: name) {
    case .precision: self = .precision
    case .recall: self = .recall
    case .specificity: self = .specificity
    case .f1: self = .f1
    case .f2: self = .f2
    case .falsePositiveRate: self = .falsePositiveRate
    case .accuracy: self = .accuracy
    case .balancedAccuracy: self = .balancedAccuracy
    case .areaUnderROC, .averagePrecision, .logLoss, .brierScore: return nil
    case nil:
      switch name {
      case "fnr", "false_negative_rate": self = .falseNegativeRate
      case "npv": self = .negativePredictiveValue
      case "true_positive_rate": self = .recall
      case "true_negative_rate": self = .specificity
      case "prevalence": self = .prevalence
      default: return nil
      }
    }
  }

  /// The value; `nil` when there is nothing to divide by.
  func value(_ counts: ConfusionCounts) -> Double? {
    if self == .balancedAccuracy {
      return counts.positives > 0 && counts.negatives > 0 ? counts.balancedAccuracy : nil
    }
    let (part, whole) = ratio(counts)
    return whole == 0 ? nil : Double(part) / Double(whole)
  }

  /// The counts that the value is a ratio of.
  func ratio(_ counts: ConfusionCounts) -> (part: Int, whole: Int) {
    let (right, wrong) = (counts.truePositives, counts.falsePositives + counts.falseNegatives)
    return switch self {
    case .precision: (right, counts.predictedPositives)
    case .recall: (right, counts.positives)
    case .specificity: (counts.trueNegatives, counts.negatives)
    case .f1: (2 * right, 2 * right + wrong)
    case .f2: (5 * right, 5 * right + 4 * counts.falseNegatives + counts.falsePositives)
    case .falsePositiveRate: (counts.falsePositives, counts.negatives)
    case .falseNegativeRate: (counts.falseNegatives, counts.positives)
    case .negativePredictiveValue: (counts.trueNegatives, counts.predictedNegatives)
    case .accuracy, .balancedAccuracy: (right + counts.trueNegatives, counts.count)
    case .prevalence: (counts.positives, counts.count)
    }
  }
}
