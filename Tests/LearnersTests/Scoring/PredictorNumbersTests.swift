import Registry
import Testing

@testable import Learners

@Suite struct `Rows of numbers in memory` {
  /// A model that answers `a` - `b`, in a signature that has `b` first and an input nobody looks at.
  private func difference() throws -> Predictor {
    var graph = ONNXGraph()
    graph.nodes = [
      ONNXNode(
        "Sub", domain: .standard, name: "difference", inputs: ["a", "b"], outputs: ["prediction"])
    ]
    let shape: [ONNXDimension] = [.named("rows"), .fixed(1)]
    graph.inputs = ["a", "b"].map { ONNXValueInfo(name: $0, type: .float, shape: shape) }
    graph.outputs = [ONNXValueInfo(name: "prediction", type: .float, shape: shape)]
    var model = ONNXModel()
    model.irVersion = 7
    model.operatorSets = [ONNXOperatorSet(domain: "", version: 13)]
    model.graph = graph
    let schema: JSONObject = ["b": "float", "c": "float", "a": "float"]
    return try Predictor(
      signature: ModelSignature(fields: ["input_schema": .object(schema)], path: "s"),
      outputs: PredictionOutputs(task: .regression, classes: []), threshold: nil,
      model: ScoringModel(onnx: model.encode()))
  }

  @Test func `are answered in the order of the signature's inputs`() throws {
    let predictor = try difference()
    #expect(predictor.inputs.map(\.name) == ["b", "c", "a"])
    #expect(try predictor.answers([1, 100, 5, 2, 100, 0.5] as [Float]) == [4, -1.5])
    #expect(try predictor.answers([1, .nan, 5, 2, 100, 0.5] as [Double]) == [4, -1.5])
    #expect(try predictor.answers([] as [Double]) == [])
  }

  @Test func `are answered as a table is`() throws {
    let predictor = try difference()
    let rows = (0..<10_000).map { Double($0 % 17) }
    let columns = (0..<2).map { column in
      Column(
        name: ["a", "b"][column], type: .real,
        values: .numbers((0..<10_000).map { rows[$0] + Double(column) }))
    }
    let table = try predictor.predict(Table(columns: columns, rowCount: 10_000))
    let cells: [Double] = rows.flatMap { [$0 + 1, 0, $0] }
    #expect(try predictor.answers(cells).map(Prediction.number) == table)
  }

  @Test func `are refused when the last row is not whole`() throws {
    let predictor = try difference()
    #expect(throws: LearnerError.unfitONNXInput(.shape("rows", found: [4]))) {
      try predictor.answers([1, 2, 3, 4] as [Float])
    }
  }
}
