import Registry
import Testing

@testable import Learners

@Suite struct `The names of predictions` {
  private func names(
    _ schema: JSONObject, _ task: LearningTask, classes: [String]
  ) throws -> [String] {
    let signature = try ModelSignature(fields: ["output_schema": .object(schema)], path: "s")
    return PredictionOutputs(
      task: task, classes: classes, signature: signature, isSinglePrecision: false
    ).names
  }

  @Test(
    arguments: [
      (
        ["risk_score": "float", "risk_label": "int", "model_version": "str"],
        ["risk_score", "risk_label"]
      ), (["model_version": "str", "who": "object", "p": "float64"], ["p", "who"]),
      (["is_fraud": "bool", "score": "double"], ["score", "is_fraud"]),
      (["score": "float"], ["score", "label"]), (["churned": "bool"], ["probability", "churned"]),
      (["risk_score": "float", "risk_label": "float"], ["risk_score", "risk_label"]),
      ([:], ["probability", "label"]),
      (["p_no": "float", "p_yes": "float", "answer": "str"], ["probability", "label"]),
      (["score": "float", "label": "int", "reason": "str"], ["probability", "label"]),
      (["score": "float", "label": "tensor"], ["probability", "label"]),
      (["label": "float"], ["probability", "label"]),
    ] as [(JSONObject, [String])])
  func `of two labels are those of the one number and the one label in the signature`(
    schema: JSONObject, expected: [String]
  ) throws {
    let found = try names(schema, .binary, classes: ["no", "yes"])
    #expect(found == expected + ["model_version"])
  }

  @Test(
    arguments: [
      (
        ["kind": "str", "score_b": "float", "score_a": "float", "score_c": "float"],
        ["kind", "probability", "score_a", "score_b", "score_c"]
      ),
      (
        ["kind": "str", "p": "float", "p_a": "float", "p_b": "float", "p_c": "float"],
        ["kind", "p", "p_a", "p_b", "p_c"]
      ),
      (
        ["kind": "str", "p": "float"],
        ["kind", "p"] + ["probability_a", "probability_b", "probability_c"]
      ),
      (
        ["kind": "str", "p_a": "float", "p_b": "float"],
        ["label", "probability"] + ["probability_a", "probability_b", "probability_c"]
      ),
      (
        ["kind": "str", "other": "int"],
        ["label", "probability"] + ["probability_a", "probability_b", "probability_c"]
      ),
    ] as [(JSONObject, [String])])
  func `of several labels are those that end in all of them`(
    schema: JSONObject, expected: [String]
  ) throws {
    let found = try names(schema, .multiclass, classes: ["a", "b", "c"])
    #expect(found == expected + ["model_version"])
  }

  /// `p_a_b` ends in `_b`, too, and nothing that begins `p_a` ends in the others.
  @Test func `of several labels begin alike`() throws {
    let schema: JSONObject = ["p_a_b": "float", "p_b": "float", "p_c": "float", "label": "str"]
    #expect(
      try names(schema, .multiclass, classes: ["b", "a_b", "c"]) == [
        "label", "probability", "p_b", "p_a_b", "p_c", "model_version",
      ])
  }

  @Test(
    arguments: [
      (["price": "float", "model_version": "str"], "price"), (["price": "int"], "prediction"),
      (["low": "float", "high": "float"], "prediction"), ([:], "prediction"),
    ] as [(JSONObject, String)])
  func `of numbers are that of the one number`(schema: JSONObject, expected: String) throws {
    #expect(try names(schema, .regression, classes: []) == [expected, "model_version"])
  }
}

@Suite struct `A predictor of another program's model` {
  private static let outputs: JSONObject = [
    "risk_score": "float", "risk_label": "int", "model_version": "str",
  ]

  private func lines(_ model: TaskModel, _ format: PredictionFormat) throws -> [String] {
    var output: [UInt8] = []
    _ = try Predictor(model.resolved).predict(
      MemorySource(Array("x\n1\n-1\n".utf8)), path: "rows", format: format, keepsColumns: false
    ) { output += $0 }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// 0.5 + 1/4 and 0.5 - 1/4.
  @Test(
    arguments: [[0, 1], [.bool(false), .bool(true)], [.double(0), .double(1)], ["0", "1"]]
      as [[JSONValue]])
  func `answers by the names of its signature, whole numbers without quotes`(
    classes: [JSONValue]
  ) throws {
    let model = try TaskModel.twoLabels(classes: classes, outputs: Self.outputs)
    #expect(
      try lines(model, .jsonLines) == [
        #"{"risk_score": 0.75, "risk_label": 1, "model_version": "v1.0.0"}"#,
        #"{"risk_score": 0.25, "risk_label": 0, "model_version": "v1.0.0"}"#,
      ])
    #expect(
      try lines(model, .csv) == [
        "risk_score,risk_label,model_version", "0.75,1,v1.0.0", "0.25,0,v1.0.0",
      ])
  }

  @Test(
    arguments: [
      ("bool", [.bool(false), .bool(true)], "true", "True"),
      ("str", [.bool(false), .bool(true)], #""True""#, "True"),
      ("float", [.double(0), .double(1)], "1.0", "1.0"), ("str", [0, 1], #""1""#, "1"),
      ("int", ["no", "yes"], #""yes""#, "yes"),
    ] as [(JSONValue, [JSONValue], String, String)])
  func `writes labels in the type of its signature, as Python prints them`(
    type: JSONValue, classes: [JSONValue], json: String, cell: String
  ) throws {
    let model = try TaskModel.twoLabels(
      classes: classes, outputs: ["score": "float", "the_label": type])
    #expect(
      try lines(model, .jsonLines)[0]
        == #"{"score": 0.75, "the_label": \#(json), "model_version": "v1.0.0"}"#)
    #expect(try lines(model, .csv)[1] == "0.75,\(cell),v1.0.0")
  }

  @Test func `answers golden rows in these names`() throws {
    let model = try TaskModel.twoLabels(classes: [0, 1], outputs: Self.outputs)
    let rows = GoldenRows(rows: [
      .init(
        input: ["x": 1], output: ["risk_score": .double(0.75), "risk_label": .double(1)])
    ])
    #expect(try Predictor(model.resolved).replay(rows).worst == nil)
  }
}
