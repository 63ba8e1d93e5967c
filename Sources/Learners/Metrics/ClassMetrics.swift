internal import Registry

/// How well the rows of one class among several are found.
///
/// Where a ratio has nothing to divide by it is 0, as scikit-learn's `zero_division` default.
public struct ClassMetrics: Sendable, Equatable {
  /// The class against all others, as positive against negative.
  private let counts: ConfusionCounts

  /// - Parameters:
  ///   - index: which class.
  ///   - confusion: a line a label, a column a prediction.
  init(class index: Int, confusion: [[Int]]) {
    let (labelled, right) = (confusion[index].reduce(0, +), confusion[index][index])
    let predicted = confusion.reduce(0) { $0 + $1[index] }
    let all = confusion.reduce(0) { $0 + $1.reduce(0, +) }
    counts = ConfusionCounts(
      trueNegatives: all - labelled - predicted + right, falsePositives: predicted - right,
      falseNegatives: labelled - right, truePositives: right)
  }

  /// The share of rows predicted to be of this class that are.
  public var precision: Double { counts.precision }

  /// The share of rows of this class that were predicted to be.
  public var recall: Double { counts.recall }

  /// The harmonic mean of precision and recall.
  public var f1: Double { counts.f1 }

  /// How many rows are of this class.
  public var support: Int { counts.positives }

  /// Whether a row is of this class or was predicted to be.
  var occurs: Bool { counts.positives + counts.falsePositives > 0 }
}
