/// A fitted logistic regression for several classes: a score a class that is a sum over the features.
public struct MultinomialRegressionModel: Sendable, Equatable {
  /// For each class what a unit of each feature adds to its score, in feature order.
  public let coefficients: [[Double]]
  /// For each class its score where every feature is 0.
  public let intercepts: [Double]
  /// How many Newton steps it took.
  public let iterations: Int
  /// Whether the fit reached its tolerance. When not, warn: more iterations or smaller values help.
  public let converged: Bool

  /// How many classes there are.
  public var classCount: Int { intercepts.count }

  /// The scores of the classes, row by row: logarithms of their probabilities, up to a constant.
  ///
  /// - Returns: ``classCount`` numbers a row.
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)`` for another number of features.
  /// - Complexity: O(rows × classes × (numbers + categorical columns)).
  public func decisionFunction(_ features: DesignMatrix) throws(LearnerError) -> [Double] {
    var scores = [Double](repeating: 0, count: features.rowCount * classCount)
    for (label, intercept) in intercepts.enumerated() {
      try check(features, featureCount: coefficients[label].count)
      let products = features.product(coefficients[label], adding: intercept)
      for row in products.indices { scores[row * classCount + label] = products[row] }
    }
    return scores
  }

  /// The probabilities of the classes, row by row.
  ///
  /// - Returns: ``classCount`` numbers a row, each in 0...1, that add up to 1.
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)`` for another number of features.
  /// - Complexity: O(rows × classes × (numbers + categorical columns)).
  public func probabilities(_ features: DesignMatrix) throws(LearnerError) -> [Double] {
    var scores = try decisionFunction(features)
    for row in 0..<features.rowCount {
      softmax(&scores, row * classCount..<(row + 1) * classCount)
    }
    return scores
  }
}

/// Refuses rows of another number of features than a model has.
///
/// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)``.
func check(_ features: DesignMatrix, featureCount: Int) throws(LearnerError) {
  guard features.featureCount == featureCount else {
    throw .lengthsDiffer(what: "features", expected: featureCount, found: features.featureCount)
  }
}
