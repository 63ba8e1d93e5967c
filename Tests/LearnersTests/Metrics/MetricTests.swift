import Testing

@testable import Learners

@Suite struct `A metric` {
  @Test func `is named as metrics_v1.json names it`() throws {
    let names = [
      "roc_auc", "pr_auc", "f1", "precision", "recall", "accuracy", "log_loss", "brier_score",
    ]
    #expect(try names.map { name in try Metric(named: name) } == Metric.allCases)
  }

  @Test func `that nobody knows is answered with those that there are`() {
    let error = LearnerError.unknownMetric("auc", known: Metric.allCases.map(\.rawValue))
    #expect(throws: error) { try Metric(named: "auc") }
    #expect(error.message == "there is no metric 'auc'")
    #expect(
      error.remedy
        == "metrics there are: roc_auc, pr_auc, f1, precision, recall, accuracy, log_loss, brier_score"
    )
  }

  @Test func `is better the larger it is, unless it is a loss`() {
    let losses = Metric.allCases.filter { !$0.largerIsBetter }
    #expect(losses == [.logLoss, .brierScore])
  }
}
