import Registry
import Testing

@testable import Learners

@Suite struct `Metadata that says its task in words of its own` {
  private func task(_ fields: JSONObject) throws(LearnerError) -> LearningTask {
    try ScoringMetadata(fields: fields, path: "model_metadata.json", answer: .number(output: 0))
      .task()
  }

  @Test(arguments: ["classification", 7] as [JSONValue])
  func `is of two labels where it names two and a threshold`(task: JSONValue) throws {
    let found = try self.task([
      "task": task, "classes": ["no", "yes"],
      "threshold_policy": .object(["threshold_value": .double(0.5)]),
    ])
    #expect(found == .binary)
  }

  @Test(
    arguments: [
      ["task": "classification", "classes": ["no", "yes"]],
      [
        "task": "classification", "classes": ["low", "mid", "high"],
        "threshold_policy": .object(["threshold_value": .double(0.5)]),
      ],
      ["task": "classification", "threshold_policy": .object(["threshold_value": .double(0.5)])],
    ] as [JSONObject])
  func `cannot be scored otherwise`(fields: JSONObject) {
    let error = LearnerError.unscorableModel(
      reason: "the field 'task' of 'model_metadata.json' is not one of: "
        + "binary_classification, multiclass_classification, regression")
    #expect(throws: error) { try task(fields) }
  }
}
