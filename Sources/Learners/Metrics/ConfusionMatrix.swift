/// How many rows of each label were predicted as which.
///
/// Where a ratio has nothing to divide by it is 0, as scikit-learn's `zero_division` default.
public struct ConfusionMatrix: Sendable, Equatable {
  /// Label 0, predicted 0.
  public let trueNegatives: Int
  /// Label 0, predicted 1.
  public let falsePositives: Int
  /// Label 1, predicted 0.
  public let falseNegatives: Int
  /// Label 1, predicted 1.
  public let truePositives: Int

  /// Counts.
  ///
  /// - Parameters:
  ///   - labels: what is true, each 0 or 1.
  ///   - predicted: what was said, as many, each 0 or 1.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``.
  /// - Complexity: O(*n*).
  public init(labels: [Int], predicted: [Int]) throws(LearnerError) {
    try check(labels, rowCount: predicted.count)
    try check(predicted, rowCount: labels.count)
    var counts = [0, 0, 0, 0]
    for (label, prediction) in zip(labels, predicted) { counts[2 * label + prediction] += 1 }
    (trueNegatives, falsePositives) = (counts[0], counts[1])
    (falseNegatives, truePositives) = (counts[2], counts[3])
  }

  /// `[[tn, fp], [fn, tp]]`: a line a label, a column a prediction.
  public var rows: [[Int]] {
    [[trueNegatives, falsePositives], [falseNegatives, truePositives]]
  }

  /// How many rows were counted.
  public var count: Int {
    trueNegatives + falsePositives + falseNegatives + truePositives
  }

  /// The share of rows predicted 1 that are 1; 0 when none was predicted 1.
  public var precision: Double { ratio(truePositives, truePositives + falsePositives) }

  /// The share of rows labelled 1 that were predicted 1; 0 when there are none.
  public var recall: Double { ratio(truePositives, truePositives + falseNegatives) }

  /// The harmonic mean of precision and recall; 0 when no row is or was predicted 1.
  public var f1: Double {
    ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  /// The share of rows predicted right.
  public var accuracy: Double { ratio(trueNegatives + truePositives, count) }
}

private func ratio(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}
