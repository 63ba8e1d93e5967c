import Registry
import Testing

@testable import Learners

@Suite struct `Labels in the metadata` {
  private func labels(_ classes: JSONValue?, model: [String]) throws(LearnerError)
    -> PredictedLabels
  {
    let metadata = ScoringMetadata(
      fields: classes.map { ["classes": $0] } ?? [:], path: "model_metadata.json",
      answer: .probabilities(output: 0, labels: ModelLabels(texts: model, areIntegers: false)))
    return try metadata.labels(of: metadata.task)
  }

  @Test(
    arguments: [
      (["b", "a"], ["a", "b"], ["b", "a"], [1, 0]),
      (["mid", "low", "high"], ["high", "low", "mid"], ["mid", "low", "high"], [2, 1, 0]),
      ([.bool(true), .bool(false)], ["False", "True"], ["True", "False"], [1, 0]),
      (["true", "false"], ["False", "True"], ["true", "false"], [1, 0]),
      ([1, 0], ["0.0", "1.0"], ["1", "0"], [1, 0]),
      ([0, 1], ["False", "True"], ["0", "1"], [0, 1]),
      ([.double(1.5), .double(2)], ["2", "1.5"], ["1.5", "2.0"], [1, 0]),
      (["yes", "no"], ["0", "1"], ["yes", "no"], [0, 1]),
      // Both are the number 1, and texts all the same.
      (["1.0", "1"], ["1", "1.0"], ["1.0", "1"], [1, 0]),
    ] as [(JSONValue, [String], [String], [Int])])
  func `give predictions their order and spelling, wherever the model has them`(
    classes: JSONValue, model: [String], texts: [String], places: [Int]
  ) throws {
    let found = try labels(classes, model: model)
    #expect(found.texts == texts)
    #expect(found.places == places)
  }

  @Test func `are those of the model where there are none`() throws {
    #expect(try labels(nil, model: ["a", "b", "c"]) == PredictedLabels(["a", "b", "c"]))
  }

  @Test(
    arguments: [
      (["a", "c"], ["a", "b"]), (["1", "x"], ["0", "1"]), (["0", "1"], ["0", "1", "2"]),
      (["a", "b"], ["1", "2"]),
      (["nan", "1"], ["NaN", "1"]), (["1", "2"], ["1", "1.0"]),
    ] as [([JSONValue], [String])])
  func `are refused when the model tells others apart`(classes: [JSONValue], model: [String]) {
    let error = #expect(throws: LearnerError.self) {
      try labels(.array(classes), model: model)
    }
    guard case .unscorableModel(let reason)? = error else {
      Issue.record("expected unscorableModel, got \(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("'model_metadata.json' names the classes '"))
  }
}

@Suite struct `A predictor whose model has its labels in another order` {
  private func predictor(
    _ classes: [String], places: [Int], coefficients: [Float], intercepts: [Float]
  ) throws -> Predictor {
    let classifier = ONNXNode(
      "LinearClassifier", domain: .learning, name: "classifier", inputs: ["x"],
      outputs: ["label", "sums"],
      attributes: [
        ONNXAttribute("classlabels_ints", .ints(Array(0..<Int64(classes.count)))),
        ONNXAttribute("coefficients", .floats(coefficients)),
        ONNXAttribute("intercepts", .floats(intercepts)),
        ONNXAttribute("post_transform", .string("NONE")),
      ])
    var graph = ONNXGraph()
    graph.nodes = [classifier, TaskModel.clip]
    graph.inputs = [ONNXValueInfo(name: "x", type: .float, shape: [.named("rows"), .fixed(1)])]
    graph.outputs = [
      ONNXValueInfo(name: "label", type: .int64, shape: [.named("rows")]),
      ONNXValueInfo(
        name: "probabilities", type: .float,
        shape: [.named("rows"), .fixed(Int64(classes.count))]),
    ]
    var model = ONNXModel()
    model.irVersion = 7
    model.operatorSets = [
      ONNXOperatorSet(domain: "", version: 13), ONNXOperatorSet(domain: "ai.onnx.ml", version: 2),
    ]
    model.graph = graph
    return try Predictor(
      signature: ModelSignature(fields: ["input_schema": .object(["x": "float"])], path: "s"),
      outputs: PredictionOutputs(
        task: classes.count == 2 ? .binary : .multiclass, classes: classes),
      threshold: classes.count == 2 ? 0.5 : nil, model: ScoringModel(onnx: model.encode()),
      places: places)
  }

  private let table = Table(
    columns: [Column(name: "x", type: .real, values: .numbers([1]))], rowCount: 1)

  /// The model says 0.25 for its first label and 0.75 for its second.
  @Test func `gives the positive label its probability`() throws {
    let predictor = try predictor(
      ["yes", "no"], places: [1, 0], coefficients: [-0.25, 0.25], intercepts: [0.5, 0.5])
    #expect(try predictor.predict(table) == [.binary(probability: 0.25, label: "yes")])
  }

  /// The model says 0.125, 0.5 and 0.375.
  @Test func `gives each label its probability`() throws {
    let predictor = try predictor(
      ["c", "b", "a"], places: [2, 0, 1], coefficients: [0, 0.25, 0],
      intercepts: [0.125, 0.25, 0.375])
    #expect(
      try predictor.predict(table)
        == [.multiclass(probabilities: [0.375, 0.125, 0.5], label: "a")])
  }
}
