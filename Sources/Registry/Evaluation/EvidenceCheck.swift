/// What is asked of labels and probabilities before anything is computed from them.
enum EvidenceCheck {
  static func probabilities(
    _ probabilities: [Double], labels: [Bool]
  ) throws(EvidenceProblem) {
    guard labels.count == probabilities.count else {
      throw .lengthsDiffer(labels: labels.count, probabilities: probabilities.count)
    }
    guard !labels.isEmpty else { throw .noRows }
    if let row = probabilities.firstIndex(where: { !(0...1).contains($0) }) {
      throw .probabilityOutOfRange(row: row + 1)
    }
  }

  static func threshold(_ threshold: Double) throws(EvidenceProblem) {
    guard (0...1).contains(threshold) else { throw .thresholdOutOfRange }
  }

  static func labels(
    _ labels: [Bool], for metric: EvaluationMetric
  ) throws(EvidenceProblem) {
    for isPositive in [true, false] where metric.needsLabel(isPositive: isPositive) {
      guard labels.contains(isPositive) else { throw .oneLabelOnly(isPositive: !isPositive) }
    }
  }
}
