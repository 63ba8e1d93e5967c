import Registry
import TestSupport
import Testing

@testable import Learners

/// What stands in the files was read with the package `onnx` 1.23.2; trees, leaves and depths were counted
/// from `nodes_modes` by a script.
@Suite struct `The description of an ONNX model` {
  private func describe(_ model: ONNXModel) -> ModelDescription {
    ModelDescription(model.encode(), path: "model.onnx")
  }

  @Test func `has producer, size, ports, labels and operators of the file`() throws {
    let bytes = try ONNXFixtures.threeClasses.bytes()
    let found = ModelDescription(bytes, path: "model.onnx")
    #expect(found.format == .onnx)
    #expect(found.byteCount == bytes.count)
    #expect(found.producer == .init("make_fixtures", version: nil))
    #expect(found.labels.count == 3)
    #expect(found.steps.map(\.name).contains("LinearClassifier"))
  }

  /// A root with a leaf and a test of two leaves, and a lone leaf: 4 leaves, 2 tests deep at most.
  @Test func `counts trees, leaves and depth`() throws {
    var node = ONNXNode(
      "TreeEnsembleRegressor", domain: .learning, name: "trees", inputs: ["x"], outputs: ["y"])
    node.attributes = [
      ONNXAttribute("nodes_treeids", .ints([0, 0, 0, 0, 0, 7])),
      ONNXAttribute("nodes_nodeids", .ints([0, 1, 2, 3, 4, 0])),
      ONNXAttribute("nodes_truenodeids", .ints([1, 0, 3, 0, 0, 0])),
      ONNXAttribute("nodes_falsenodeids", .ints([2, 0, 4, 0, 0, 0])),
      ONNXAttribute(
        "nodes_modes",
        .strings(["BRANCH_LEQ", "LEAF", "BRANCH_LEQ", "LEAF", "LEAF", "LEAF"])),
    ]
    var counts = TreeCounts()
    counts.add(node)
    #expect([counts.count, counts.leafCount, counts.depth] == [2, 4, 2])
  }

  /// The same first tree in the lists of ai.onnx.ml 5, in which leaves are apart from nodes.
  @Test func `counts trees of the later form`() {
    var node = ONNXNode(
      "TreeEnsemble", domain: .learning, name: "trees", inputs: ["x"], outputs: ["y"])
    node.attributes = [
      ONNXAttribute("tree_roots", .ints([0])), ONNXAttribute("nodes_truenodeids", .ints([0, 1])),
      ONNXAttribute("nodes_trueleafs", .ints([1, 1])),
      ONNXAttribute("nodes_falsenodeids", .ints([1, 2])),
      ONNXAttribute("nodes_falseleafs", .ints([0, 1])),
      ONNXAttribute("leaf_targetids", .ints([0, 0, 0])),
    ]
    var counts = TreeCounts()
    counts.add(node)
    #expect([counts.count, counts.leafCount, counts.depth] == [1, 3, 2])
  }

  @Test func `follows no tree that leads back or out`() {
    var counts = TreeCounts()
    counts.add(roots: [0, -1], nodes: 0..<2) { $0 == 0 ? (0, 7) : nil }
    #expect([counts.count, counts.leafCount, counts.depth] == [2, 0, 0])
  }

  /// By hand: each node asks for its children once, whichever root leads to it.
  @Test func `follows trees that share nodes once`() {
    var counts = TreeCounts()
    var asked = 0
    counts.add(roots: Array(0..<100), nodes: 0..<101) { node in
      asked += 1
      return node < 100 ? (node + 1, node + 1) : nil
    }
    #expect(asked == 101)
    #expect([counts.count, counts.leafCount, counts.depth] == [100, 1, 100])
  }

  /// `job` is the second of two columns of text, picked out and encoded; `age` is one that nothing encodes.
  @Test func `counts the categories of an input whose way to its encoder can be seen`() {
    var graph = ONNXGraph()
    graph.inputs = ["city", "job", "age"].map {
      ONNXValueInfo(name: $0, type: .string, shape: [.named("rows"), .fixed(1)])
    }
    var second = ONNXTensor()
    second.name = "second"
    second.shape = [1]
    second.type = ElementType.int64.rawValue
    second.int64s = [1]
    graph.initializers = [second]
    graph.nodes = [
      ONNXNode("Concat", domain: .standard, name: "a", inputs: ["city", "job"], outputs: ["both"]),
      ONNXNode(
        "Gather", domain: .standard, name: "b", inputs: ["both", "second"], outputs: ["one"]),
      ONNXNode(
        "LabelEncoder", domain: .learning, name: "c", inputs: ["one"], outputs: ["full"],
        attributes: [ONNXAttribute("keys_strings", .strings([""]))]),
      ONNXNode(
        "OneHotEncoder", domain: .learning, name: "d", inputs: ["full"], outputs: ["coded"],
        attributes: [ONNXAttribute("cats_strings", .strings(["x", "y", "z"]))]),
    ]
    var model = ONNXModel()
    model.irVersion = 7
    model.graph = graph
    let found = describe(model)
    #expect(found.inputs.map(\.name) == ["city", "job", "age"])
    #expect(found.inputs.map(\.categoryCount) == [nil, 3, nil])
    #expect(found.inputs.map(\.type) == ["str", "str", "str"])
  }

  /// 40 joins of a column with itself: 2⁴⁰ of it.
  @Test func `does not follow columns without end`() {
    var graph = ONNXGraph()
    graph.inputs = [ONNXValueInfo(name: "v0", type: .string, shape: [.named("rows"), .fixed(1)])]
    graph.nodes = (0..<40).map { index in
      ONNXNode(
        "Concat", domain: .standard, name: "join", inputs: ["v\(index)", "v\(index)"],
        outputs: ["v\(index + 1)"], attributes: [ONNXAttribute("axis", .int(1))])
    }
    var model = ONNXModel()
    model.graph = graph
    let found = describe(model)
    #expect(found.steps == [.init("Concat", count: 40)])
    #expect(found.inputs.map(\.categoryCount) == [nil])
  }

  @Test func `marks the operators that cannot be run, and says what keeps it from being scored`() {
    var graph = ONNXGraph()
    graph.inputs = [ONNXValueInfo(name: "x", type: .float, shape: [.named("rows"), .fixed(1)])]
    graph.outputs = [ONNXValueInfo(name: "z", type: .float, shape: [.named("rows"), .fixed(1)])]
    graph.nodes = [
      ONNXNode("Identity", domain: .standard, name: "a", inputs: ["x"], outputs: ["y"]),
      ONNXNode("Identity", domain: .standard, name: "b", inputs: ["y"], outputs: ["v"]),
      ONNXNode("Dream", domain: .standard, name: "c", inputs: ["v"], outputs: ["z"]),
    ]
    var model = ONNXModel()
    model.irVersion = 7
    model.operatorSets = [ONNXOperatorSet(domain: "", version: 13)]
    model.graph = graph
    let found = describe(model)
    #expect(
      found.steps == [.init("Identity", count: 2), .init("Dream", obstacle: "not supported")])
    #expect(found.obstacle?.exitCode == .usage)
    #expect(found.outputs == [.init("z", type: "float32")])
  }

  @Test func `tells what is known of a file that is none, and why it cannot be read`() throws {
    let broken = ModelDescription(
      Array(try ONNXFixtures.forest.bytes().prefix(500)), path: "model.onnx")
    #expect(broken.format == .onnx && broken.byteCount == 500 && broken.steps.isEmpty)
    #expect(broken.obstacle?.exitCode == .integrityFailure)
    let other = ModelDescription(Array("model bytes".utf8), path: "model.bin")
    #expect(other.format == nil)
    #expect(other.obstacle?.message.contains("'model.bin' is none of: ONNX") == true)
    // Its first byte could begin an ONNX file, too.
    #expect(ModelDescription(Array("PK\u{3}\u{4}".utf8), path: "model.zip").format == nil)
  }

  @Test func `names the types that it does not read as ONNX does`() {
    var graph = ONNXGraph()
    var type = ONNXTensorType(elementType: .float, shape: [])
    type.elementType = 6
    var input = ONNXValueInfo(name: "x", type: .float, shape: [])
    input.type = ONNXType(.tensor(type))
    graph.inputs = [input]
    var model = ONNXModel()
    model.graph = graph
    #expect(describe(model).inputs.map(\.type) == ["int32"])
  }

  @Test func `of a version has the labels of its metadata, and what these keep from being scored`()
    throws
  {
    let model = try TaskModel.severalLabels()
    let found = try ModelDescription(of: model.resolved)
    #expect(found.labels == TaskModel.classes && found.obstacle == nil)
    let version = try ModelVersion("v2.0.0")
    let name = "artifacts/model_metadata_v1.json"
    try model.directory.write(
      model.directory.read(name).replacing(#""mid""#, with: #""low""#), to: name)
    try model.registry.register(
      ArtifactDirectory(model.directory.file("artifacts")), as: version, by: "ana")
    let other = try ModelDescription(of: model.registry.resolve(.exact(version)))
    #expect(other.obstacle?.message.contains("names a class twice") == true)
  }
}
