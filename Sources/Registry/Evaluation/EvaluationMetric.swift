/// A metric that can be computed from labels, probabilities and a threshold, named as
/// `metrics_v1.json` names it.
public enum EvaluationMetric: String, Sendable, CaseIterable {
  /// The area under the ROC curve.
  case areaUnderROC = "roc_auc"
  /// The average precision.
  case averagePrecision = "pr_auc"
  /// The harmonic mean of precision and recall at the threshold.
  case f1
  /// The harmonic mean of precision and recall in which recall counts twice as much as precision.
  case f2
  /// The share of predicted positives that are right.
  case precision
  /// The share of positives that are found.
  case recall
  /// The share of negatives that are predicted negative.
  case specificity
  /// The share of negatives that are predicted positive.
  case falsePositiveRate = "fpr"
  /// The share of rows predicted right.
  case accuracy
  /// The mean of recall and specificity.
  case balancedAccuracy = "balanced_accuracy"
  /// The mean negative log-likelihood.
  case logLoss = "log_loss"
  /// The mean squared error of the probability.
  case brierScore = "brier_score"

  /// Whether a larger value is the better one.
  public var largerIsBetter: Bool {
    switch self {
    case .areaUnderROC, .averagePrecision, .f1, .f2, .precision, .recall, .specificity, .accuracy,
      .balancedAccuracy:
      true
    case .falsePositiveRate, .logLoss, .brierScore: false
    }
  }

  /// The metric of one model.
  ///
  /// A ratio that has nothing to divide by is 0: the precision of a model that predicts no positive.
  ///
  /// - Parameters:
  ///   - labels: whether each row is positive.
  ///   - probabilities: of being positive, as many, each in 0...1.
  ///   - threshold: a row is predicted positive when its probability is at least this; in 0...1.
  /// - Returns: A number in 0...1; a log loss may be larger.
  /// - Throws: ``EvidenceProblem/noRows``,
  ///   ``EvidenceProblem/lengthsDiffer(labels:probabilities:)``,
  ///   ``EvidenceProblem/probabilityOutOfRange(row:)``, ``EvidenceProblem/thresholdOutOfRange``;
  ///   ``EvidenceProblem/oneLabelOnly(isPositive:)`` when the metric needs a label that is absent.
  /// - Complexity: O(*n* log *n*) for the two areas, O(*n*) for all others.
  public func value(
    labels: [Bool], probabilities: [Double], threshold: Double
  ) throws(EvidenceProblem) -> Double {
    try EvidenceCheck.probabilities(probabilities, labels: labels)
    try EvidenceCheck.threshold(threshold)
    try EvidenceCheck.labels(labels, for: self)
    return computed(labels, probabilities, threshold)
  }

  /// - Precondition: what ``value(labels:probabilities:threshold:)`` checks.
  func computed(_ labels: [Bool], _ probabilities: [Double], _ threshold: Double) -> Double {
    switch computation {
    case .ranking(let metric): metric(RankedLabels(scores: probabilities, labels: labels))
    case .counts(let metric):
      metric(ConfusionCounts(labels: labels, probabilities: probabilities, threshold: threshold))
    case .mean(let loss): loss.mean(probabilities, labels: labels)
    }
  }
}
