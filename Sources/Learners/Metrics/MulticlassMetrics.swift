internal import Registry

/// Everything that is measured of probabilities for several classes, computed at once.
///
/// A row counts as predicted to be of the first class whose probability is the largest.
public struct MulticlassMetrics: Sendable, Equatable {
  /// `log_loss`: see ``logLoss(probabilities:labels:)``, of the probability of each row's own class.
  public let logLoss: Double
  /// `roc_auc_ovr`: the mean of the areas under the ROC curves of each class against all others,
  /// over the classes that occur among the labels.
  public let macroAreaUnderROC: Double
  /// How many rows of each class were predicted as which: a line a label, a column a prediction.
  public let confusionMatrix: [[Int]]
  /// One a class, in the order of the classes.
  public let classes: [ClassMetrics]
  /// `n_samples`: how many rows were measured.
  public let sampleCount: Int

  /// `accuracy`: the share of rows predicted right.
  public var accuracy: Double {
    Double(confusionMatrix.indices.reduce(0) { $0 + confusionMatrix[$1][$1] })
      / Double(sampleCount)
  }

  /// `precision_macro`: the mean over the classes that occur among labels or predictions.
  public var macroPrecision: Double { macro(\.precision) }

  /// `recall_macro`: the mean over the classes that occur among labels or predictions.
  public var macroRecall: Double { macro(\.recall) }

  /// `f1_macro`: the mean over the classes that occur among labels or predictions.
  public var macroF1: Double { macro(\.f1) }

  /// Measures.
  ///
  /// - Parameters:
  ///   - probabilities: `classCount` numbers a row, each in 0...1, row by row.
  ///   - labels: one a row, in `0..<classCount`; at least two classes occur.
  ///   - classCount: how many classes there are, at least 2.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``,
  ///   ``LearnerError/labelOutOfRange(_:row:classCount:)``,
  ///   ``LearnerError/probabilityOutOfRange(row:)``, ``LearnerError/oneLabelOnly(_:)``;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for the number of classes.
  /// - Complexity: O(*c* *n* log *n*), where *c* is the number of classes and *n* that of rows.
  ///
  /// Source: scikit-learn's `log_loss`, `roc_auc_score` (`ovr`, `macro`) and
  /// `precision_recall_fscore_support`.
  public init(
    probabilities: [Double], labels: [Int], classCount: Int
  ) throws(LearnerError) {
    try Self.check(probabilities, labels, classCount)
    let rows = labels.indices
    var confusion = [[Int]](
      repeating: [Int](repeating: 0, count: classCount), count: classCount)
    for row in rows {
      let own = probabilities[row * classCount..<(row + 1) * classCount]
      // The first of the largest, which `max` does not promise.
      let largest = own.max() ?? 0
      confusion[labels[row]][(own.firstIndex(of: largest) ?? own.startIndex) - own.startIndex] += 1
    }
    let classes = confusion.indices.map { ClassMetrics(class: $0, confusion: confusion) }
    let present = classes.indices.filter { classes[$0].support > 0 }
    guard present.count > 1 else { throw .oneLabelOnly("\(labels[0])") }
    let areas = present.map { index in
      RankedLabels(
        scores: rows.map { probabilities[$0 * classCount + index] },
        labels: labels.map { $0 == index }
      ).areaUnderROC
    }
    macroAreaUnderROC = areas.reduce(0, +) / Double(areas.count)
    logLoss = ProbabilityLoss.logarithmic.mean(
      rows.map { probabilities[$0 * classCount + labels[$0]] }, labels: labels.map { _ in true })
    confusionMatrix = confusion
    self.classes = classes
    sampleCount = labels.count
  }

  private static func check(
    _ probabilities: [Double], _ labels: [Int], _ classCount: Int
  ) throws(LearnerError) {
    guard classCount > 1 else {
      throw .hyperparameterOutOfRange(
        name: "classCount", value: "\(classCount)", allowed: "a number of at least 2")
    }
    try Learners.check(labels, classCount: classCount, rowCount: labels.count)
    guard probabilities.count == labels.count * classCount else {
      throw .lengthsDiffer(
        what: "probabilities", expected: labels.count * classCount, found: probabilities.count)
    }
    if let place = probabilities.firstIndex(where: { !(0...1).contains($0) }) {
      throw .probabilityOutOfRange(row: place / classCount + 1)
    }
  }

  private func macro(_ metric: KeyPath<ClassMetrics, Double>) -> Double {
    let present = classes.filter(\.occurs)
    return present.reduce(0) { $0 + $1[keyPath: metric] } / Double(present.count)
  }

  /// `nil` for a metric that several classes do not have.
  func value(of metric: Metric) -> Double? {
    switch metric {
    case .accuracy: accuracy
    case .logLoss: logLoss
    case .macroF1: macroF1
    case .macroPrecision: macroPrecision
    case .macroRecall: macroRecall
    case .macroAreaUnderROC: macroAreaUnderROC
    default: nil
    }
  }
}
