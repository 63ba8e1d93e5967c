internal import Registry

extension RankedLabels {
  /// Ranks labels once they and their scores are checked.
  ///
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/scoreNotFinite(row:)``,
  ///   ``LearnerError/oneLabelOnly(_:)``.
  /// - Complexity: O(*n* log *n*).
  init(checking scores: [Double], labels: [Int]) throws(LearnerError) {
    try check(labels, rowCount: scores.count)
    try check(scores: scores)
    self.init(scores: scores, labels: labels.map { $0 == 1 })
    guard positives > 0 else { throw .oneLabelOnly("0") }
    guard negatives > 0 else { throw .oneLabelOnly("1") }
  }
}
