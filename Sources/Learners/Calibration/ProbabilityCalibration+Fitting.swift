extension ProbabilityCalibration {
  /// Fits a calibration; `nil` for a method that changes nothing.
  ///
  /// It never falls: where scores are no guide to the labels, because they are all equal or rank them
  /// the wrong way round, every score gets the share of positives.
  ///
  /// - Parameters:
  ///   - method: `sigmoid` or `isotonic`.
  ///   - scores: one finite number a row.
  ///   - labels: as many labels, each 0 or 1, both occurring.
  ///   - weights: as many finite numbers of at least 0; `nil` for 1 each.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/oneLabelOnly(_:)``,
  ///   ``LearnerError/scoreNotFinite(row:)``, ``LearnerError/weightOutOfRange(row:)``.
  /// - Complexity: O(*n* log *n*).
  init?(
    fitting method: CalibrationMethod, scores: [Double], labels: [Int], weights: [Double]? = nil
  ) throws(LearnerError) {
    let weights = try labelWeights(
      labels, weights, .equal, classCount: 2, rowCount: scores.count)
    try check(scores: scores)
    switch method {
    case .none, .automatic: return nil
    case .sigmoid: self = SigmoidFit(scores: scores, labels: labels, weights: weights).calibration
    case .isotonic:
      self = IsotonicFit(scores: scores, labels: labels, weights: weights).calibration
    }
  }

  /// The probability of each row by a calibration that was fitted on the other parts of the rows.
  ///
  /// - Parameters:
  ///   - method: `sigmoid` or `isotonic`.
  ///   - scores: one finite number a row.
  ///   - labels: as many labels, each 0 or 1, both occurring.
  ///   - folds: how many parts, at least 2; fewer where a label has fewer rows.
  ///   - seed: decides which row is in which part.
  /// - Returns: one probability a row.
  /// - Throws: as ``init(fitting:scores:labels:weights:)``; ``LearnerError/unsplittable(_:)`` when a
  ///   label has one row only, and ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  static func crossFitted(
    _ method: CalibrationMethod, scores: [Double], labels: [Int], folds: Int = 5, seed: UInt64
  ) throws(LearnerError) -> [Double] {
    try check(labels, rowCount: scores.count)
    let rarest = [0, 1].map { label in labels.count { $0 == label } }.filter { $0 > 0 }.min() ?? 0
    let parts = try SplitMethod.stratified.folds(
      Table(columns: [], rowCount: scores.count), rows: Array(scores.indices), labels: labels,
      count: min(folds, max(rarest, 2)), seed: seed)
    var probabilities = [Double](repeating: 0, count: scores.count)
    for part in parts {
      let fitted = try ProbabilityCalibration(
        fitting: method, scores: part.train.map { scores[$0] },
        labels: part.train.map { labels[$0] })
      for row in part.validation {
        probabilities[row] = fitted?.probability(ofScore: scores[row]) ?? .nan
      }
    }
    return probabilities
  }
}
