internal import Registry

/// The mean squared difference between probability and label.
///
/// - Parameters:
///   - probabilities: of label 1, each in 0...1.
///   - labels: as many labels, each 0 or 1.
/// - Returns: A number in 0...1; smaller is better.
/// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/probabilityOutOfRange(row:)``.
/// - Complexity: O(*n*).
///
/// Source: Brier (1950), *Verification of forecasts expressed in terms of probability*, Monthly
/// Weather Review 78(1).
public func brierScore(probabilities: [Double], labels: [Int]) throws(LearnerError) -> Double {
  try check(labels, rowCount: probabilities.count)
  try check(probabilities: probabilities)
  return ProbabilityLoss.squared.mean(probabilities, labels: labels.map { $0 == 1 })
}
