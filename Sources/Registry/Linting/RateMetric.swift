/// A metric that follows from the four counts of a confusion matrix.
enum RateMetric: CaseIterable {
  case precision, recall, specificity, f1, f2, falsePositiveRate, falseNegativeRate
  case negativePredictiveValue, accuracy, balancedAccuracy, prevalence

  /// What metrics files call it.
  var names: [String] {
    switch self {
    case .precision: ["precision", "ppv"]
    case .recall: ["recall", "sensitivity", "tpr", "true_positive_rate"]
    case .specificity: ["specificity", "tnr", "true_negative_rate"]
    case .f1: ["f1", "f1_score"]
    case .f2: ["f2", "f2_score"]
    case .falsePositiveRate: ["fpr", "false_positive_rate"]
    case .falseNegativeRate: ["fnr", "false_negative_rate"]
    case .negativePredictiveValue: ["npv"]
    case .accuracy: ["accuracy"]
    case .balancedAccuracy: ["balanced_accuracy"]
    case .prevalence: ["prevalence"]
    }
  }

  /// The value; `nil` when there is nothing to divide by.
  func value(_ counts: BinaryCounts) -> Double? {
    switch self {
    case .balancedAccuracy:
      guard let recall = Self.recall.value(counts),
        let specificity = Self.specificity.value(counts)
      else { return nil }
      return (recall + specificity) / 2
    default:
      let (part, whole) = ratio(counts)
      return whole == 0 ? nil : Double(part) / Double(whole)
    }
  }

  /// The counts that the value is a ratio of.
  func ratio(_ counts: BinaryCounts) -> (part: Int, whole: Int) {
    let (right, wrong) = (counts.truePositives, counts.falsePositives + counts.falseNegatives)
    return switch self {
    case .precision: (right, counts.predictedPositive)
    case .recall: (right, counts.positives)
    case .specificity: (counts.trueNegatives, counts.negatives)
    case .f1: (2 * right, 2 * right + wrong)
    case .f2: (5 * right, 5 * right + 4 * counts.falseNegatives + counts.falsePositives)
    case .falsePositiveRate: (counts.falsePositives, counts.negatives)
    case .falseNegativeRate: (counts.falseNegatives, counts.positives)
    case .negativePredictiveValue: (counts.trueNegatives, counts.predictedNegative)
    case .accuracy, .balancedAccuracy: (right + counts.trueNegatives, counts.total)
    case .prevalence: (counts.positives, counts.total)
    }
  }
}
