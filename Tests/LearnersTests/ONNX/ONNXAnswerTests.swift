import Testing

@testable import Learners

/// Outputs as exporters write them, over a classifier of one column `x`.
@Suite struct `What an ONNX model answers` {
  private static let ml = ONNXDomain.learning
  private static let row = [ONNXDimension.named("n"), .fixed(1)]

  private func classifier(
    labels: [Int64] = [10, 20, 30], transform: String = "SOFTMAX"
  ) -> ONNXNode {
    ONNXNode(
      "LinearClassifier", domain: Self.ml, name: "", inputs: ["x"], outputs: ["l", "s"],
      attributes: [
        ONNXAttribute("coefficients", .floats([1, 0, -1])),
        ONNXAttribute("intercepts", .floats([0, 0, 0])),
        ONNXAttribute("classlabels_ints", .ints(labels)),
        ONNXAttribute("post_transform", .string(transform)),
      ])
  }

  private func model(_ nodes: [ONNXNode], _ outputs: [ONNXValueInfo]) throws -> ScoringModel {
    var graph = ONNXGraph()
    graph.nodes = nodes
    graph.inputs = [ONNXValueInfo(name: "x", type: .float, shape: Self.row)]
    graph.outputs = outputs
    var model = ONNXModel()
    model.irVersion = 8
    model.operatorSets = [
      ONNXOperatorSet(domain: "", version: 13), ONNXOperatorSet(domain: "ai.onnx.ml", version: 2),
    ]
    model.graph = graph
    return try ScoringModel(onnx: model.encode())
  }

  private static let integers = ModelLabels(texts: ["10", "20", "30"], areIntegers: true)
  private static let label = ONNXValueInfo(name: "l", type: .int64, shape: [.named("n")])

  private static func maps(_ name: String) -> ONNXValueInfo {
    var map = ONNXMapType()
    map.keyType = ElementType.int64.rawValue
    map.value = ONNXType(.tensor(ONNXTensorType(elementType: .float, shape: [])))
    var rows = ONNXSequenceType()
    rows.element = ONNXType(.map(map))
    var info = ONNXValueInfo(name: name, type: .float, shape: [])
    info.type = ONNXType(.sequence(rows))
    return info
  }

  private static let zipped = ONNXNode(
    "ZipMap", domain: ml, name: "", inputs: ["s"], outputs: ["z"],
    attributes: [ONNXAttribute("classlabels_int64s", .ints([10, 20, 30]))])

  @Test func `are probabilities with the labels of the classifier`() throws {
    let table = ONNXValueInfo(name: "s", type: .float, shape: [.named("n"), .fixed(3)])
    let model = try model([classifier()], [Self.label, table])
    #expect(model.answer == .probabilities(output: 1, labels: Self.integers))
  }

  @Test func `are the values of a map for each row`() throws {
    let model = try model([classifier(), Self.zipped], [Self.label, Self.maps("z")])
    #expect(model.answer == .probabilities(output: 1, labels: Self.integers))
    let found = try model.graph.run([NamedTensor("x", .column([0]))])
    #expect(found["z"]?.floats == [Float](repeating: 1 / 3, count: 3))
  }

  @Test func `are put side by side where each label has an output`() throws {
    var nodes = [classifier()]
    var outputs = [Self.label]
    for (index, name) in ["i10", "i20", "i30"].enumerated() {
      nodes.append(
        ONNXNode(
          "Constant", domain: .standard, name: "", inputs: [], outputs: ["k\(index)"],
          attributes: [ONNXAttribute("value_ints", .ints([Int64(index)]))]))
      nodes.append(
        ONNXNode(
          "ArrayFeatureExtractor", domain: Self.ml, name: "", inputs: ["s", "k\(index)"],
          outputs: [name]))
      outputs.append(ONNXValueInfo(name: name, type: .float, shape: Self.row))
    }
    let model = try model(nodes, outputs)
    #expect(model.answer == .probabilities(output: 4, labels: Self.integers))
    // softmax(1, 0, -1), by hand.
    let found = try model.graph.run([NamedTensor("x", .column([1, 1]))])[4].tensor
    #expect(found.shape == [2, 3])
    #expect(abs((found.floats.first ?? 0) - 0.66524094) <= 1e-6)
  }

  @Test func `is a number where no label stands beside it`() throws {
    let double = ONNXNode("Add", domain: .standard, name: "", inputs: ["x", "x"], outputs: ["y"])
    let model = try model([double], [ONNXValueInfo(name: "y", type: .float, shape: Self.row)])
    #expect(model.answer == .number(output: 0))
  }

  @Test func `is not taken for probabilities where it is sums of any size`() throws {
    let error = #expect(throws: LearnerError.self) {
      try model([classifier(transform: "NONE"), Self.zipped], [Self.label, Self.maps("z")])
    }
    #expect(
      error?.message.hasSuffix("its output 'z' holds scores of any size, not probabilities") == true
    )
    let other = #expect(throws: LearnerError.self) { try model([classifier()], [Self.label]) }
    #expect(other?.message.contains("labels only") == true)
  }

  @Test func `is not declared as a map where it is none, nor used as one`() {
    #expect(throws: LearnerError.brokenONNX(.declaredType(value: "s", found: "float32"))) {
      try model([classifier()], [Self.label, Self.maps("s")])
    }
    let copy = ONNXNode("Neg", domain: .standard, name: "step", inputs: ["z"], outputs: ["y"])
    #expect(throws: LearnerError.brokenONNX(.node("step", .takesNoMap))) {
      try model(
        [classifier(), Self.zipped, copy],
        [ONNXValueInfo(name: "y", type: .float, shape: Self.row)])
    }
  }
}
