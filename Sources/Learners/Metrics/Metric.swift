internal import Registry

/// A single number that tells two models apart, named as `metrics_v1.json` names it.
public enum Metric: String, Sendable, CaseIterable {
  /// The area under the ROC curve.
  case areaUnderROC = "roc_auc"
  /// The average precision.
  case averagePrecision = "pr_auc"
  /// The harmonic mean of precision and recall at the threshold.
  case f1
  /// The share of predicted positives that are right.
  case precision
  /// The share of positives that are found.
  case recall
  /// The share of rows predicted right.
  case accuracy
  /// The mean negative log-likelihood.
  case logLoss = "log_loss"
  /// The mean squared error of the probability.
  case brierScore = "brier_score"

  /// The metric of this name.
  ///
  /// - Throws: ``LearnerError/unknownMetric(_:known:)``, with every name there is.
  public init(named name: String) throws(LearnerError) {
    guard let metric = Metric(rawValue: name) else {
      throw .unknownMetric(name, known: Metric.allCases.map(\.rawValue))
    }
    self = metric
  }

  /// Whether a larger value is the better one.
  public var largerIsBetter: Bool {
    // The names are those of the registry.
    EvaluationMetric(rawValue: rawValue)?.largerIsBetter ?? true
  }

  /// This metric's value.
  public func value(in metrics: BinaryMetrics) -> Double {
    switch self {
    case .areaUnderROC: metrics.areaUnderROC
    case .averagePrecision: metrics.averagePrecision
    case .f1: metrics.confusionMatrix.f1
    case .precision: metrics.confusionMatrix.precision
    case .recall: metrics.confusionMatrix.recall
    case .accuracy: metrics.confusionMatrix.accuracy
    case .logLoss: metrics.logLoss
    case .brierScore: metrics.brierScore
    }
  }
}
