internal import Glibc

/// Logistic regression for two labels, with an L2 penalty.
///
/// Minimises ½‖w‖² + C Σ weight × log-loss; the intercept is not penalised. The minimum is unique,
/// also when the labels can be separated or columns repeat each other, so there is no seed, and
/// row order matters only in the last digits.
///
/// Source: scikit-learn's `LogisticRegression`, whose objective and defaults these are; found by
/// Newton's method, since the minimum is then exact after some six passes.
public struct LogisticRegression: Sendable, Equatable {
  /// The weight of the data against the penalty, scikit-learn's `C`: finite and above 0.
  public var inverseRegularization: Double
  /// How many Newton steps there may be, at least 1.
  public var maxIterations: Int
  /// When to stop: the largest entry of the mean gradient, each divided by its column's largest
  /// absolute value. Finite, 0 or larger; 0 goes on until rounding lets nothing improve.
  public var tolerance: Double
  /// Up to how many coefficients the Hessian is built and factored; conjugate gradients are used
  /// for more. Both end at the same minimum.
  var choleskyLimit = 1_024

  /// A learner with these hyperparameters.
  ///
  /// - Parameters:
  ///   - inverseRegularization: scikit-learn's `C`: finite and above 0.
  ///   - maxIterations: how many Newton steps there may be, at least 1.
  ///   - tolerance: when to stop; see ``tolerance``.
  public init(
    inverseRegularization: Double = 1, maxIterations: Int = 100, tolerance: Double = 1e-10
  ) {
    self.inverseRegularization = inverseRegularization
    self.maxIterations = maxIterations
    self.tolerance = tolerance
  }

  /// Fits the coefficients.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, 0 or 1.
  ///   - sampleWeights: one for each row, finite and 0 or larger; a weight of 2 is the row twice.
  ///     Without them each row weighs 1.
  ///   - progress: told after each step of at most ``maxIterations``; what it throws ends the fit.
  /// - Returns: the model. Look at ``LogisticRegressionModel/converged``: when it is `false` the
  ///   coefficients are the best that `maxIterations` steps found.
  /// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
  ///   ``LearnerError/labelNotBinary(_:row:)``; ``LearnerError/weightOutOfRange(row:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when a label does not occur or only with weight 0;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: for each step, of which there are some six, O(*n*(*p* + *q*)²) for *p* numbers
  ///   and *q* categorical columns, and O(*d*³) for *d* features up to 1,000.
  public func fit(
    _ features: DesignMatrix, labels: [Int], sampleWeights: [Double]? = nil,
    progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> LogisticRegressionModel {
    try checkHyperparameters()
    try check(labels, rowCount: features.rowCount)
    let weights = try checkedWeights(sampleWeights, rowCount: features.rowCount)
    let (negative, positive) = weightOfLabels(labels, weights)
    guard positive > 0 else { throw .oneLabelOnly("0") }
    guard negative > 0 else { throw .oneLabelOnly("1") }
    guard (positive + negative).isFinite else {
      throw .weightOutOfRange(row: (weights.indices.max { weights[$0] < weights[$1] } ?? 0) + 1)
    }
    let design = PaddedDesign(features)
    var penalty = [Double](repeating: 1 / inverseRegularization, count: design.width)
    penalty[design.interceptIndex] = 0
    let method = NewtonMethod(
      design: design, loss: LogisticLoss(labels: labels, weights: weights), penalty: penalty,
      totalWeight: positive + negative, maxIterations: maxIterations, tolerance: tolerance,
      choleskyLimit: choleskyLimit)
    // With no other coefficient this intercept is the answer already.
    let start = design.padded(coefficients: [], intercept: log(positive) - log(negative))
    let result = try method.minimise(from: start, progress)
    return LogisticRegressionModel(
      coefficients: design.coefficients(in: result.vector),
      intercept: result.vector[design.interceptIndex], iterations: result.iterations,
      converged: result.converged)
  }

  private func checkHyperparameters() throws(LearnerError) {
    guard inverseRegularization > 0, inverseRegularization.isFinite,
      (1 / inverseRegularization).isFinite
    else {
      throw .hyperparameterOutOfRange(
        name: "inverseRegularization", value: "\(inverseRegularization)",
        allowed: "a finite number above 0")
    }
    guard maxIterations > 0 else {
      throw .hyperparameterOutOfRange(
        name: "maxIterations", value: "\(maxIterations)", allowed: "a number of at least 1")
    }
    guard tolerance >= 0, tolerance.isFinite else {
      throw .hyperparameterOutOfRange(
        name: "tolerance", value: "\(tolerance)", allowed: "a finite number of at least 0")
    }
  }
}

private func weightOfLabels(
  _ labels: [Int], _ weights: [Double]
) -> (negative: Double, positive: Double) {
  var sums = (negative: 0.0, positive: 0.0)
  for (label, weight) in zip(labels, weights) {
    if label == 1 { sums.positive += weight } else { sums.negative += weight }
  }
  return sums
}
