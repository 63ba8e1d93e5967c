internal import Registry

/// A single number that tells two models apart, named as `metrics_v1.json` names it.
///
/// Which there are depends on what is predicted: see ``measured(for:)``.
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
  /// The mean over the classes of the F1 of each.
  case macroF1 = "f1_macro"
  /// The mean over the classes of the precision of each.
  case macroPrecision = "precision_macro"
  /// The mean over the classes of the recall of each.
  case macroRecall = "recall_macro"
  /// The mean over the classes of the area under the ROC curve of each against all others.
  case macroAreaUnderROC = "roc_auc_ovr"
  /// The root of the mean squared error, in the unit of the target.
  case rootMeanSquaredError = "rmse"
  /// The mean absolute error, in the unit of the target.
  case meanAbsoluteError = "mae"
  /// The share of the target's variance that is explained.
  case rSquared = "r2"

  /// The metric of this name, whatever it measures.
  ///
  /// - Throws: ``LearnerError/unknownMetric(_:known:)``, with every name there is.
  public init(named name: String) throws(LearnerError) {
    try self.init(named: name, among: Metric.allCases)
  }

  /// The metric of this name that a model for this task has.
  ///
  /// - Throws: ``LearnerError/unknownMetric(_:known:)``, or
  ///   ``LearnerError/metricOfAnotherTask(_:task:known:)``, with every name that the task has.
  public init(named name: String, for task: LearningTask) throws(LearnerError) {
    let known = Metric.measured(for: task)
    if let other = Metric(rawValue: name), !known.contains(other) {
      throw .metricOfAnotherTask(name, task: task, known: known.map(\.rawValue))
    }
    try self.init(named: name, among: known)
  }

  private init(named name: String, among known: [Metric]) throws(LearnerError) {
    guard let metric = known.first(where: { $0.rawValue == name }) else {
      throw .unknownMetric(name, known: known.map(\.rawValue))
    }
    self = metric
  }

  /// Whether a larger value is the better one.
  public var largerIsBetter: Bool {
    // The names are those of the registry.
    EvaluationMetric.largerIsBetter(named: rawValue) ?? true
  }

  /// This metric's value; NaN for one that two labels do not have.
  public func value(in metrics: BinaryMetrics) -> Double { metrics.value(of: self) ?? .nan }
}
