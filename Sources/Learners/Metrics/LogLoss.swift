internal import Registry

/// The mean negative natural logarithm of the probability given to what came true.
///
/// - Parameters:
///   - probabilities: of label 1, each in 0...1. They are moved 2⁻⁵² away from 0 and 1 first, so
///     that being wrong for certain costs 36.04 and not infinity.
///   - labels: as many labels, each 0 or 1.
/// - Returns: 0 or larger; smaller is better.
/// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/probabilityOutOfRange(row:)``.
/// - Complexity: O(*n*).
///
/// Source: scikit-learn's `log_loss`, its clipping included.
public func logLoss(probabilities: [Double], labels: [Int]) throws(LearnerError) -> Double {
  try check(labels, rowCount: probabilities.count)
  try check(probabilities: probabilities)
  return ProbabilityLoss.logarithmic.mean(probabilities, labels: labels.map { $0 == 1 })
}
