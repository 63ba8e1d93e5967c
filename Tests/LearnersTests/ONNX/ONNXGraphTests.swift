import Learners
import Testing

/// Graphs over one float column `x` that give the value `y`.
@Suite struct `An ONNX graph` {
  private func model(
    _ nodes: [ONNXNode], constants: [ONNXTensor] = [], output: ElementType = .float
  ) -> ONNXModel {
    var graph = ONNXGraph()
    graph.nodes = nodes
    graph.initializers = constants
    graph.inputs = [ONNXValueInfo(name: "x", type: .float, shape: [.named("n"), .fixed(1)])]
    graph.outputs = [ONNXValueInfo(name: "y", type: output, shape: [])]
    var model = ONNXModel()
    model.irVersion = 7
    model.operatorSets = [
      ONNXOperatorSet(domain: "", version: 13), ONNXOperatorSet(domain: "ai.onnx.ml", version: 2),
    ]
    model.graph = graph
    return model
  }

  private static func node(
    _ name: String, _ inputs: [String], _ outputs: [String] = ["y"],
    _ attributes: [ONNXAttribute] = [], domain: ONNXDomain = .standard
  ) -> ONNXNode {
    ONNXNode(
      name, domain: domain, name: "step", inputs: inputs, outputs: outputs, attributes: attributes)
  }

  private func fault(_ model: ONNXModel) -> LearnerError? {
    do throws(LearnerError) {
      let session = try ScoringGraph(model)
      _ = try session.run([NamedTensor("x", .column([1, 2]))])
      return nil
    } catch { return error }
  }

  private static let imputer = node(
    "Imputer", ["x"], ["y"], [ONNXAttribute("imputed_value_floats", .floats([1, 2]))],
    domain: .learning)

  @Test(
    arguments: [
      ([node("Identity", ["y"])], .notMade(value: "y", user: "step")),
      (
        [node("Identity", ["b"], ["a"]), node("Identity", ["a"], ["b"])],
        .notMade(value: "b", user: "step")
      ),
      ([], .notMade(value: "y", user: "the model's outputs")),
      ([node("Identity", ["x"]), node("Identity", ["x"])], .madeTwice(value: "y")),
      ([node("Identity", ["x"], ["x"])], .madeTwice(value: "x")),
      ([node("Identity", ["x", "x"])], .node("step", .wrongCount(of: "inputs", 2))),
      ([node("Identity", [""])], .node("step", .wrongCount(of: "inputs", 1))),
      ([node("Identity", ["x"], [])], .node("step", .wrongCount(of: "outputs", 0))),
      ([node("Concat", ["x"])], .node("step", .missingAttribute("axis"))),
      (
        [node("Concat", ["x"], ["y"], [ONNXAttribute("axis", .float(1))])],
        .node("step", .attributeType("axis"))
      ),
      (
        [node("Identity", ["x"], ["y"], [ONNXAttribute("axis", .int(1))])],
        .node("step", .unknownAttribute("axis"))
      ),
      (
        [
          node(
            "Concat", ["x"], ["y"],
            [ONNXAttribute("axis", .int(1)), ONNXAttribute("axis", .int(1))])
        ],
        .twice("attributes of 'step'", "axis")
      ),
      (
        [node("Concat", ["x"], ["y"], [ONNXAttribute("axis", .int(.min))])],
        .node("step", .inputShapes([[2, 1]]))
      ),
      ([node("Reshape", ["x", "x"])], .node("step", .inputType("float32"))),
      ([imputer], .node("step", .attributeValue("imputed_value_floats"))),
      (
        [node("Cast", ["x"], ["y"], [ONNXAttribute("to", .int(7))])],
        .declaredType(value: "y", found: "int64")
      ),
    ] as [([ONNXNode], ONNXFault)])
  func `is refused when it contradicts itself`(nodes: [ONNXNode], fault: ONNXFault) {
    #expect(self.fault(model(nodes)) == .brokenONNX(fault))
  }

  @Test(
    arguments: [
      ([0, -1], [2, 1]), ([-1], [2]), ([1, 2, 1], [1, 2, 1]), ([0, 0], [2, 1]),
      ([2, -1, 1], [2, 1, 1]),
    ] as [([Int64], [Int])])
  func `reshapes`(wanted: [Int64], shape: [Int]) throws {
    let session = try ScoringGraph(
      model(
        [Self.node("Reshape", ["x", "shape"])],
        constants: [ONNXTensor(name: "shape", int64s: wanted)]))
    let answers = try session.run([NamedTensor("x", .column([1, 2]))])
    #expect(answers["y"]?.shape == shape)
    #expect(answers["y"]?.floats == [1, 2])
  }

  @Test(
    arguments: [[3], [-1, -1], [-2], [0, 0, 0], [3, -1], [.max, .max], [.min]] as [[Int64]])
  func `does not reshape to what does not fit`(wanted: [Int64]) {
    let model = model(
      [Self.node("Reshape", ["x", "shape"])],
      constants: [ONNXTensor(name: "shape", int64s: wanted)])
    #expect(
      fault(model)
        == .brokenONNX(.node("step", .inputShapes([[2, 1], wanted.map { Int($0) }]))))
  }

  @Test func `cannot make more elements than memory holds`() {
    // Each Concat doubles: 40 of them would make 2⁴¹ numbers out of two.
    var nodes = (0..<40).map { index in
      Self.node(
        "Concat", Array(repeating: index == 0 ? "x" : "v\(index)", count: 2), ["v\(index + 1)"],
        [ONNXAttribute("axis", .int(0))])
    }
    nodes.append(Self.node("Identity", ["v40"]))
    let categories = (0..<100_000).map(Int64.init)
    let hot = { (input: String, output: String) in
      Self.node(
        "OneHotEncoder", [input], [output], [ONNXAttribute("cats_int64s", .ints(categories))],
        domain: .learning)
    }
    #expect(
      fault(model([hot("x", "v"), hot("v", "y")]))
        == .unsupportedONNX(.tooLarge(node: "step", shape: [2, 1, 100_000, 100_000])))
    guard case .unsupportedONNX(.tooLarge) = fault(model(nodes)) else {
      Issue.record("2⁴¹ numbers were made")
      return
    }
  }

  @Test func `may not be larger than its constants`() {
    var constant = ONNXTensor(name: "c", int64s: [1])
    constant.shape = [1 << 40, 1 << 40]
    #expect(
      fault(model([Self.node("Identity", ["x"])], constants: [constant]))
        == .brokenONNX(.elementCount(of: "c", found: 1)))
    constant.shape = [1]
    constant.location = 1
    #expect(
      fault(model([Self.node("Identity", ["x"])], constants: [constant]))
        == .unsupportedONNX(.externalData(tensor: "c")))
  }

  @Test func `is refused in versions and domains that are not understood`() {
    let nodes = [Self.node("Identity", ["x"])]
    var model = model(nodes)
    model.irVersion = 99
    #expect(fault(model) == .unsupportedONNX(.irVersion(99)))
    model.irVersion = 7
    model.operatorSets[0].version = 99
    #expect(
      fault(model)
        == .unsupportedONNX(.operatorSet("ai.onnx", version: 99, supported: 7...22)))
    model.operatorSets = [9, 10].map { ONNXOperatorSet(domain: "ai.onnx", version: $0) }
    #expect(fault(model) == .brokenONNX(.twice("operator sets", "ai.onnx")))
    model.operatorSets = []
    #expect(fault(model) == .brokenONNX(.domainNotImported("ai.onnx")))
    model.graph?.nodes[0].domain = "com.example"
    #expect(fault(model) == .unsupportedONNX(.domain("com.example")))
  }
}
