/// A fitted logistic regression: log-odds that are a sum over the features.
public struct LogisticRegressionModel: Sendable, Equatable {
  /// What a unit of each feature adds to the log-odds of the positive label, in feature order.
  public let coefficients: [Double]
  /// The log-odds where every feature is 0.
  public let intercept: Double
  /// How many Newton steps it took.
  public let iterations: Int
  /// Whether the fit reached its tolerance. When not, warn: more iterations or smaller values help.
  public let converged: Bool

  /// A model of known coefficients.
  ///
  /// - Parameters:
  ///   - coefficients: one for each feature.
  ///   - intercept: the log-odds where every feature is 0.
  ///   - iterations: how many steps the fit took; 0 for a model that was not fitted here.
  ///   - converged: whether the fit reached its tolerance.
  public init(
    coefficients: [Double], intercept: Double, iterations: Int = 0, converged: Bool = true
  ) {
    self.coefficients = coefficients
    self.intercept = intercept
    self.iterations = iterations
    self.converged = converged
  }

  /// The log-odds of the positive label, one for each row.
  ///
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)`` for another number of features.
  /// - Complexity: O(rows × (numbers + categorical columns)).
  public func decisionFunction(_ features: DesignMatrix) throws(LearnerError) -> [Double] {
    try check(features, featureCount: coefficients.count)
    return features.product(coefficients, adding: intercept)
  }

  /// The probability of the positive label, one for each row, in 0...1.
  ///
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)`` for another number of features.
  /// - Complexity: O(rows × (numbers + categorical columns)).
  public func probabilities(_ features: DesignMatrix) throws(LearnerError) -> [Double] {
    try decisionFunction(features).map(probability(ofLogOdds:))
  }
}
