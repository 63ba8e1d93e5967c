/// How probabilities are calibrated, named as the metadata's `calibration` names it.
public enum CalibrationMethod: String, Sendable, CaseIterable {
  /// The model's own probabilities.
  case none
  /// A logistic curve of the score: few rows are enough.
  case sigmoid
  /// A rising line through the shares of positives: needs a thousand rows or more.
  case isotonic
  /// Whichever of ``none`` and ``sigmoid`` has the smaller cross-fitted log-loss.
  case automatic

  /// Fits a calibration on rows that the model was not fitted on.
  ///
  /// - Parameters:
  ///   - scores: of the model, one finite number a row; higher means more likely positive.
  ///   - probabilities: what the model itself says, one a row in 0...1.
  ///   - labels: as many labels, each 0 or 1, both occurring.
  ///   - folds: how many parts the rows are cross-fitted in; fewer where a label has fewer rows.
  ///   - seed: decides which row is in which part.
  /// - Returns: the calibration, fitted on all rows, and what it says of each of them: an isotonic one
  ///   without having seen it, a sigmoid one, which keeps the order of the rows, as it is. ``automatic`` is resolved, to ``none`` where a label has one row only.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/oneLabelOnly(_:)``,
  ///   ``LearnerError/scoreNotFinite(row:)``, ``LearnerError/probabilityOutOfRange(row:)``;
  ///   ``LearnerError/unsplittable(_:)`` for ``sigmoid`` and ``isotonic`` when a label has one row
  ///   only; ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for fewer than 2 folds.
  /// - Complexity: O(*f* *n* log *n*) for *f* folds of *n* rows.
  public func fit(
    scores: [Double], probabilities: [Double], labels: [Int], folds: Int = 5, seed: UInt64
  ) throws(LearnerError) -> FittedCalibration {
    let own = try logLoss(probabilities: probabilities, labels: labels)
    let uncalibrated = FittedCalibration(
      method: .none, calibration: nil, probabilities: probabilities.map(Self.served))
    switch self {
    case .none: return uncalibrated
    case .sigmoid:
      // Cross-fitting it would mix curves, and with them the order of the rows, for the sake of two
      // numbers that hardly fit any row in particular.
      let calibration = try ProbabilityCalibration(fitting: self, scores: scores, labels: labels)
      return FittedCalibration(
        method: self, calibration: calibration,
        probabilities: scores.map {
          Self.served(calibration?.probability(ofScore: $0) ?? .nan)
        })
    case .isotonic:
      let crossFitted = try ProbabilityCalibration.crossFitted(
        self, scores: scores, labels: labels, folds: folds, seed: seed)
      return FittedCalibration(
        method: self,
        calibration: try ProbabilityCalibration(fitting: self, scores: scores, labels: labels),
        probabilities: crossFitted.map(Self.served))
    case .automatic:
      guard [0, 1].allSatisfy({ label in labels.count { $0 == label } > 1 }) else {
        return uncalibrated
      }
      let crossFitted = try ProbabilityCalibration.crossFitted(
        .sigmoid, scores: scores, labels: labels, folds: folds, seed: seed)
      guard try logLoss(probabilities: crossFitted, labels: labels) < own else {
        return uncalibrated
      }
      return try CalibrationMethod.sigmoid.fit(
        scores: scores, probabilities: probabilities, labels: labels, folds: folds, seed: seed)
    }
  }

  /// A probability as a model answers it, in `Float`.
  private static func served(_ probability: Double) -> Double { Double(Float(probability)) }
}
