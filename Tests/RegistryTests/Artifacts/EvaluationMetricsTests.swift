import Testing

@testable import Registry

@Suite struct `A metric` {
  private func metrics(_ text: String) throws -> EvaluationMetrics {
    let value = try JSONValue(parsing: Array(text.utf8))
    return EvaluationMetrics(fields: try #require(value.objectValue))
  }

  /// The order of the artifact contract: top level, test_metrics, validation_metrics, validation.
  @Test(arguments: [
    (#"{"recall": 1, "test_metrics": {"recall": 2}}"#, 1.0),
    (#"{"validation_metrics": {"recall": 3}, "test_metrics": {"recall": 2}}"#, 2),
    (#"{"validation": {"recall": 4}, "validation_metrics": {"recall": 3}}"#, 3),
    (#"{"validation": {"recall": 4}, "train_metrics": {"recall": 5}}"#, 4),
    (#"{"recall": "high", "test_metrics": {"recall": 2}}"#, 2),
    (#"{"recall": null, "test_metrics": {"recall": 2}}"#, 2),
  ])
  func `is taken from the first place that has it as a number`(text: String, value: Double) throws {
    #expect(try metrics(text).entry("recall") == .init(name: "recall", value: value))
  }

  @Test(arguments: [
    ("test_metrics.recall", 2.0), ("validation_metrics.recall", 3), ("by_group.women.recall", 6),
    ("train_metrics.recall", 5),
  ])
  func `is named exactly by a dotted path`(name: String, value: Double) throws {
    let metrics = try metrics(
      """
      {"recall": 1, "test_metrics": {"recall": 2}, "validation_metrics": {"recall": 3},
       "train_metrics": {"recall": 5}, "by_group": {"women": {"recall": 6}}}
      """)
    #expect(metrics.entry(name) == .init(name: name, value: value))
  }

  @Test(arguments: ["recall@0.5", "test_metrics.recall@0.5", "at_0.1.recall"])
  func `may have a dot in its own name`(name: String) throws {
    let metrics = try metrics(
      #"{"test_metrics": {"recall@0.5": 2}, "at_0.1": {"recall": 2}}"#)
    #expect(metrics.entry(name) == .init(name: name, value: 2))
  }

  @Test(arguments: [
    "recall", "test_metrics", "test_metrics.", ".recall", "test_metrics.recall.x", "validation.f1",
    "test_metrics.confusion_matrix", "", ".",
  ])
  func `is nil when there is no such number`(name: String) throws {
    let metrics = try metrics(
      #"{"test_metrics": {"f1": 1, "confusion_matrix": [[1]], "passed": true}}"#)
    #expect(metrics.entry(name) == nil)
  }

  @Test(arguments: [
    (#"{"primary_metric": "f1", "test_metrics": {"roc_auc": 0.9, "f1": 0.4}}"#, "f1"),
    (#"{"primary_metric": "gini", "test_metrics": {"pr_auc": 0.9, "roc_auc": 0.4}}"#, "roc_auc"),
    (#"{"test_metrics": {"recall": 0.9, "pr_auc": 0.4}}"#, "pr_auc"),
    (#"{"rmse": 3, "r2": 0.1}"#, "rmse"),
  ])
  func `is the main one when training ranked by it, or else the first of the usual`(
    text: String, name: String
  ) throws {
    #expect(try metrics(text).main?.name == name)
  }

  @Test func `is shown with the place that it was found in`() throws {
    let metrics = try metrics(
      """
      {"validation_metrics": {"f1": 3, "name": "x"}, "threshold": 0.5, "best_model": "a",
       "test_metrics": {"f1": 2}, "train_metrics": {"f1": 1}}
      """)
    #expect(
      metrics.places == [
        .init(name: "value", entries: [.init(name: "threshold", value: 0.5)]),
        .init(name: "test_metrics", entries: [.init(name: "f1", value: 2)]),
        .init(name: "validation_metrics", entries: [.init(name: "f1", value: 3)]),
      ])
    #expect(metrics.places.map(\.title) == ["value", "test", "validation"])
  }
}
