import Registry
import Testing

@testable import Learners

@Suite struct `The metrics of a model` {
  private static func sample(_ task: LearningTask) throws -> ModelMetrics {
    switch task {
    case .binary: .binary(try BinaryMetrics(probabilities: [0.25, 0.75], labels: [0, 1]))
    case .multiclass:
      .multiclass(
        try MulticlassMetrics(
          probabilities: [1, 0, 0, 0, 1, 0, 1, 0, 0], labels: [0, 1, 2], classCount: 3))
    case .regression: .regression(try RegressionMetrics(predictions: [3, 0], targets: [1, 2]))
    }
  }

  @Test(arguments: LearningTask.allCases)
  func `are those of its task and no others`(task: LearningTask) throws {
    let metrics = try Self.sample(task)
    #expect(metrics.task == task)
    for metric in Metric.allCases {
      #expect((metrics.value(of: metric) != nil) == metric.isMeasured(for: task), "\(metric)")
    }
  }

  /// By hand.
  @Test func `of numbers are a section of the metrics file`() throws {
    let metrics = try Self.sample(.regression)
    let expected: JSONObject = [
      "rmse": .double(2), "mae": .double(2), "r2": .double(-15), "n_samples": 2,
    ]
    #expect(metrics.json == expected)
  }

  /// By hand: class 2 is taken for class 0, which it beats nowhere.
  @Test func `of several classes are a section of the metrics file`() throws {
    let json = try Self.sample(.multiclass).json
    #expect(
      json.members.map(\.key) == [
        "accuracy", "log_loss", "f1_macro", "precision_macro", "recall_macro", "roc_auc_ovr",
        "confusion_matrix", "per_class", "n_samples",
      ])
    let confusion: JSONValue = [[1, 0, 0], [0, 1, 0], [1, 0, 0]]
    let first: JSONObject = [
      "precision": .double(0.5), "recall": .double(1), "f1": .double(2 / 3), "support": 1,
    ]
    #expect(json["confusion_matrix"] == confusion)
    #expect(json["precision_macro"]?.doubleValue == 0.5)
    #expect(json["roc_auc_ovr"]?.doubleValue == 0.75)
    #expect(json["per_class"]?.arrayValue?.first?.objectValue == first)
  }
}
