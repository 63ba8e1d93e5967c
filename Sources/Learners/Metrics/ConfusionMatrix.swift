internal import Registry

/// How many rows of each label were predicted as which.
///
/// Where a ratio has nothing to divide by it is 0, as scikit-learn's `zero_division` default.
public struct ConfusionMatrix: Sendable, Equatable {
  private let counts: ConfusionCounts

  /// Label 0, predicted 0.
  public var trueNegatives: Int { counts.trueNegatives }
  /// Label 0, predicted 1.
  public var falsePositives: Int { counts.falsePositives }
  /// Label 1, predicted 0.
  public var falseNegatives: Int { counts.falseNegatives }
  /// Label 1, predicted 1.
  public var truePositives: Int { counts.truePositives }

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
    self.counts = ConfusionCounts(
      trueNegatives: counts[0], falsePositives: counts[1], falseNegatives: counts[2],
      truePositives: counts[3])
  }

  /// `[[tn, fp], [fn, tp]]`: a line a label, a column a prediction.
  public var rows: [[Int]] {
    [[trueNegatives, falsePositives], [falseNegatives, truePositives]]
  }

  /// How many rows were counted.
  public var count: Int { counts.count }

  /// The share of rows predicted 1 that are 1; 0 when none was predicted 1.
  public var precision: Double { counts.precision }

  /// The share of rows labelled 1 that were predicted 1; 0 when there are none.
  public var recall: Double { counts.recall }

  /// The harmonic mean of precision and recall; 0 when no row is or was predicted 1.
  public var f1: Double { counts.f1 }

  /// The share of rows predicted right.
  public var accuracy: Double { counts.accuracy }
}
