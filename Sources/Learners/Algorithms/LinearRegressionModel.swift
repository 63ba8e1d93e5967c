/// A fitted linear regression: a prediction that is a sum over the features.
public struct LinearRegressionModel: Sendable, Equatable {
  /// What a unit of each feature adds to the prediction, in feature order.
  public let coefficients: [Double]
  /// The prediction where every feature is 0.
  public let intercept: Double

  /// The expected target of each row.
  ///
  /// - Returns: one number a row.
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)`` for another number of features.
  /// - Complexity: O(rows × (numbers + categorical columns)).
  public func predictions(_ features: DesignMatrix) throws(LearnerError) -> [Double] {
    try check(features, featureCount: coefficients.count)
    return features.product(coefficients, adding: intercept)
  }
}
