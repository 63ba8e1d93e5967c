/// Everything that is measured of predicted numbers, computed at once.
public struct RegressionMetrics: Sendable, Equatable {
  /// `rmse`: the root of the mean squared error, in the unit of the target; smaller is better.
  public let rootMeanSquaredError: Double
  /// `mae`: the mean absolute error, in the unit of the target; smaller is better.
  public let meanAbsoluteError: Double
  /// `r2`: 1 - squared error / squared distance from the mean target, so that 0 is as good as
  /// always answering the mean. Where all targets are equal, 1 for exact predictions and 0 for
  /// others, as scikit-learn has it.
  public let rSquared: Double
  /// `n_samples`: how many rows were measured.
  public let sampleCount: Int

  /// Measures.
  ///
  /// - Parameters:
  ///   - predictions: one finite number a row.
  ///   - targets: what was true, as many finite numbers.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/targetNotFinite(row:)``; ``LearnerError/scoreNotFinite(row:)`` for a
  ///   prediction that is not finite or whose distance from its target is not.
  /// - Complexity: O(*n*).
  ///
  /// Source: scikit-learn's `root_mean_squared_error`, `mean_absolute_error` and `r2_score`.
  public init(predictions: [Double], targets: [Double]) throws(LearnerError) {
    try check(targets: targets, rowCount: predictions.count)
    let errors = zip(predictions, targets).map { $0 - $1 }
    try check(scores: errors)
    let average = mean(targets)
    rootMeanSquaredError = rootMeanSquare(errors)
    meanAbsoluteError = mean(errors.map(abs))
    sampleCount = targets.count
    let spread = rootMeanSquare(targets.map { $0 - average })
    if spread == 0 || targets.allSatisfy({ $0 == targets[0] }) {
      rSquared = rootMeanSquaredError == 0 ? 1 : 0
    } else {
      let ratio = rootMeanSquaredError / spread
      rSquared = max(1 - ratio * ratio, -.greatestFiniteMagnitude)
    }
  }

  /// `nil` for a metric that numbers do not have.
  func value(of metric: Metric) -> Double? {
    switch metric {
    case .rootMeanSquaredError: rootMeanSquaredError
    case .meanAbsoluteError: meanAbsoluteError
    case .rSquared: rSquared
    default: nil
    }
  }
}

/// The mean; finite wherever the numbers are.
private func mean(_ numbers: [Double]) -> Double {
  let largest = largestMagnitude(numbers)
  guard largest > 0 else { return 0 }
  return largest * (numbers.reduce(0) { $0 + $1 / largest } / Double(numbers.count))
}

/// The root of the mean square; finite wherever the numbers are.
private func rootMeanSquare(_ numbers: [Double]) -> Double {
  let largest = largestMagnitude(numbers)
  guard largest > 0 else { return 0 }
  let squares = numbers.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }
  return largest * (squares / Double(numbers.count)).squareRoot()
}

private func largestMagnitude(_ numbers: [Double]) -> Double {
  numbers.reduce(0) { max($0, abs($1)) }
}
