extension Metric {
  /// What models have to predict for this metric to be measured.
  public var tasks: Set<LearningTask> {
    switch self {
    case .accuracy, .logLoss: [.binary, .multiclass]
    case .areaUnderROC, .averagePrecision, .f1, .precision, .recall, .brierScore: [.binary]
    case .macroF1, .macroPrecision, .macroRecall, .macroAreaUnderROC: [.multiclass]
    case .rootMeanSquaredError, .meanAbsoluteError, .rSquared: [.regression]
    }
  }

  /// Whether models for this task have this metric.
  public func isMeasured(for task: LearningTask) -> Bool { tasks.contains(task) }

  /// The metrics that models for this task have, always in the same order.
  public static func measured(for task: LearningTask) -> [Metric] {
    allCases.filter { $0.isMeasured(for: task) }
  }

  /// What candidates are ranked by where nobody says: `roc_auc` for two labels, `log_loss` for
  /// several classes, `rmse` for numbers.
  public init(defaultFor task: LearningTask) {
    self =
      switch task {
      case .binary: .areaUnderROC
      case .multiclass: .logLoss
      case .regression: .rootMeanSquaredError
      }
  }
}
