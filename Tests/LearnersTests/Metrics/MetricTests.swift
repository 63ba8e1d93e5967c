import Registry
import Testing

@testable import Learners

@Suite struct `A metric` {
  private static let names: [LearningTask: [String]] = [
    .binary: [
      "roc_auc", "pr_auc", "f1", "precision", "recall", "accuracy", "log_loss", "brier_score",
    ],
    .multiclass: [
      "accuracy", "log_loss", "f1_macro", "precision_macro", "recall_macro", "roc_auc_ovr",
    ],
    .regression: ["rmse", "mae", "r2"],
  ]

  @Test(arguments: names)
  func `is named as metrics_v1.json names it`(task: LearningTask, names: [String]) throws {
    #expect(Metric.measured(for: task).map(\.rawValue) == names)
    #expect(try names.map { name in try Metric(named: name) } == Metric.measured(for: task))
  }

  @Test func `that nobody knows is answered with those that there are`() {
    let error = LearnerError.unknownMetric("auc", known: Metric.allCases.map(\.rawValue))
    #expect(throws: error) { try Metric(named: "auc") }
  }

  @Test func `that a task does not have is answered with those that it has`() {
    let error = #expect(throws: LearnerError.self) {
      try Metric(named: "roc_auc", for: .regression)
    }
    #expect(error?.message == "'roc_auc' is not measured for regression")
    #expect(error?.remedy == "metrics there are: rmse, mae, r2")
  }

  @Test func `is better the larger it is, unless it is a loss`() {
    let losses = Metric.allCases.filter { !$0.largerIsBetter }
    #expect(losses == [.logLoss, .brierScore, .rootMeanSquaredError, .meanAbsoluteError])
  }

  @Test(arguments: Metric.allCases)
  func `has a direction that the registry knows`(metric: Metric) {
    #expect(EvaluationMetric.largerIsBetter(named: metric.rawValue) == metric.largerIsBetter)
  }

  @Test(arguments: LearningTask.allCases)
  func `is there by default`(task: LearningTask) {
    #expect(Metric(defaultFor: task).isMeasured(for: task))
  }
}
