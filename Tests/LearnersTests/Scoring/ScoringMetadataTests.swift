import Registry
import Testing

@testable import Learners

@Suite struct `The task of a model` {
  private func task(_ fields: JSONObject, labels: [String]?) -> LearningTask {
    let answer =
      labels.map {
        ModelAnswer.probabilities(output: 0, labels: ModelLabels(texts: $0, areIntegers: false))
      } ?? .number(output: 0)
    return ScoringMetadata(fields: fields, path: "model_metadata.json", answer: answer).task
  }

  @Test(
    arguments: [
      ("binary_classification", .binary), ("binary", .binary), ("multiclass", .multiclass),
      ("multiclass_classification", .multiclass), ("regression", .regression),
    ] as [(String, LearningTask)])
  func `is what the metadata say in a word that is known`(word: String, expected: LearningTask) {
    #expect(task(["task": .string(word)], labels: ["a", "b"]) == expected)
  }

  @Test(arguments: ["classification", 7, .null, "default within a year"] as [JSONValue])
  func `is what labels and answers say where the word is another`(word: JSONValue) {
    #expect(task(["task": word, "classes": ["no", "yes"]], labels: nil) == .binary)
    #expect(task(["task": word, "classes": ["a", "b", "c"]], labels: nil) == .multiclass)
    #expect(task(["task": word], labels: ["a", "b", "c"]) == .multiclass)
    #expect(task(["task": word], labels: ["a", "b"]) == .binary)
    #expect(task(["task": word], labels: nil) == .regression)
  }
}

@Suite struct `The label of two` {
  /// 0.5 is as probable as the other: scikit-learn takes the first of the largest.
  @Test func `is the more probable one where no threshold is stated`() {
    let rule = LabelRule(classes: ["no", "yes"], threshold: nil)
    #expect([0.25, 0.5, 0.75].map(rule.label) == ["no", "no", "yes"])
    let turned = LabelRule(classes: ["no", "yes"], threshold: nil, isPositiveFirst: true)
    #expect([0.25, 0.5, 0.75].map(turned.label) == ["no", "yes", "yes"])
  }

  @Test func `is the positive one from the threshold on`() {
    let rule = LabelRule(classes: ["no", "yes"], threshold: 0.5)
    #expect([0.25, 0.5, 0.75].map(rule.label) == ["no", "yes", "yes"])
  }
}
