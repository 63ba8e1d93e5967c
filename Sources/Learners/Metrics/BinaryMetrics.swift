internal import Registry

/// Everything that is measured of probabilities for two labels, computed at once.
public struct BinaryMetrics: Sendable, Equatable {
  /// `roc_auc`: see ``areaUnderROC(scores:labels:)``.
  public let areaUnderROC: Double
  /// `pr_auc`: see ``averagePrecision(scores:labels:)``.
  public let averagePrecision: Double
  /// `log_loss`: see ``logLoss(probabilities:labels:)``.
  public let logLoss: Double
  /// `brier_score`: see ``brierScore(probabilities:labels:)``.
  public let brierScore: Double
  /// `confusion_matrix`, from which precision, recall, f1 and accuracy follow.
  public let confusionMatrix: ConfusionMatrix
  /// The probability from which on a row counts as predicted 1, in 0...1.
  public let threshold: Double

  /// `n_samples`: how many rows were measured.
  public var sampleCount: Int { confusionMatrix.count }

  /// The share of rows labelled 1.
  public var prevalence: Double {
    Double(confusionMatrix.falseNegatives + confusionMatrix.truePositives) / Double(sampleCount)
  }

  /// Measures.
  ///
  /// - Parameters:
  ///   - probabilities: of label 1, each in 0...1.
  ///   - labels: as many labels, each 0 or 1, both occurring.
  ///   - threshold: a row is predicted 1 when its probability is at least this; in 0...1.
  /// - Throws: ``LearnerError/oneLabelOnly(_:)``, ``LearnerError/noRows``,
  ///   ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/scoreNotFinite(row:)``,
  ///   ``LearnerError/probabilityOutOfRange(row:)``;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for the threshold.
  /// - Complexity: O(*n* log *n*).
  public init(
    probabilities: [Double], labels: [Int], threshold: Double = 0.5
  ) throws(LearnerError) {
    guard (0...1).contains(threshold) else {
      throw .hyperparameterOutOfRange(
        name: "threshold", value: "\(threshold)", allowed: "a number in 0...1")
    }
    let ranked = try RankedLabels(checking: probabilities, labels: labels)
    areaUnderROC = ranked.areaUnderROC
    averagePrecision = ranked.averagePrecision
    logLoss = try Learners.logLoss(probabilities: probabilities, labels: labels)
    brierScore = try Learners.brierScore(probabilities: probabilities, labels: labels)
    confusionMatrix = try ConfusionMatrix(
      labels: labels, predicted: probabilities.map { $0 >= threshold ? 1 : 0 })
    self.threshold = threshold
  }
}
