import Testing

@testable import Learners

/// One tree over the column `x`: a test, and two leaves. Numbers are what onnxruntime 1.31.1 answered for
/// the same node.
@Suite struct `A tree in ONNX` {
  @Test(
    arguments: [
      ("BRANCH_LEQ", 0, [1, 1, 2, 2, 2, 1]), ("BRANCH_LEQ", 1, [1, 1, 2, 1, 2, 1]),
      ("BRANCH_LT", 0, [1, 2, 2, 2, 2, 1]), ("BRANCH_LT", 1, [1, 2, 2, 1, 2, 1]),
      ("BRANCH_GTE", 0, [2, 1, 1, 2, 1, 2]), ("BRANCH_GTE", 1, [2, 1, 1, 1, 1, 2]),
      ("BRANCH_GT", 0, [2, 2, 1, 2, 1, 2]), ("BRANCH_GT", 1, [2, 2, 1, 1, 1, 2]),
      ("BRANCH_EQ", 0, [2, 1, 2, 2, 2, 2]), ("BRANCH_EQ", 1, [2, 1, 2, 1, 2, 2]),
      ("BRANCH_NEQ", 0, [1, 2, 1, 1, 1, 1]), ("BRANCH_NEQ", 1, [1, 2, 1, 1, 1, 1]),
    ] as [(String, Int64, [Float])])
  func `compares in every mode, and sends missing numbers where it says`(
    mode: String, missing: Int64, answers: [Float]
  ) throws {
    var stump = Stump(weights: [1, 2])
    (stump.mode, stump.threshold, stump.missing) = (mode, 2, missing)
    let found = try stump.answers([1, 2, 3, .nan, .infinity, -.infinity])
    #expect(found["y"]?.floats == answers)
  }

  @Test func `passes nothing that is less than minus infinity`() throws {
    var stump = Stump(weights: [1, 2])
    (stump.mode, stump.threshold) = ("BRANCH_LT", -.infinity)
    #expect(try stump.answers([-.infinity, 0])["y"]?.floats == [2, 2])
  }

  @Test(arguments: ["SUM", "AVERAGE", "MIN", "MAX"])
  func `adds its base last`(aggregate: String) throws {
    var stump = Stump(weights: [-0.5, 0.75])
    (stump.bases, stump.aggregate) = ([0.25], aggregate)
    #expect(try stump.answers([-1, 2])["y"]?.floats == [-0.25, 1])
  }

  /// By hand, of two trees that answer 1 and 3 for what is up to 0.
  @Test(
    arguments: [("SUM", 4), ("AVERAGE", 2), ("MIN", 1), ("MAX", 3)] as [(String, Float)])
  func `is put together with others`(aggregate: String, answer: Float) throws {
    var stump = Stump(weights: [1, 7])
    stump.aggregate = aggregate
    var attributes = stump.attributes
    for (index, attribute) in attributes.enumerated() {
      switch attribute.content {
      case .ints(let list) where attribute.name == "nodes_treeids":
        attributes[index].content = .ints(list + [1, 1, 1])
      case .ints(let list) where attribute.name == "target_treeids":
        attributes[index].content = .ints(list + [1, 1])
      case .floats where attribute.name == "target_weights":
        attributes[index].content = .floats([1, 7, 3, 7])
      case .ints(let list): attributes[index].content = .ints(list + list)
      case .floats(let list): attributes[index].content = .floats(list + list)
      case .strings(let list): attributes[index].content = .strings(list + list)
      default: break
      }
    }
    let found = try Stump.answers(stump.kind, attributes, [-1])
    #expect(found["y"]?.floats == [answer])
  }

  @Test(
    arguments: [
      ([0.2, 0.7], "NONE", [0.8, 0.2, 0.3, 0.7]), ([-0.4, 0.7], "NONE", [0.4, -0.4, -0.7, 0.7]),
      ([0.2, 0.7], "SOFTMAX", [0.8, 0.2, 0.3, 0.7]),
      ([-0.4, 0.7], "SOFTMAX", [0.4, -0.4, -0.7, 0.7]),
      (
        [0.2, 0.7], "LOGISTIC",
        [0.4501660466194153, 0.5498339533805847, 0.3318122625350952, 0.6681877374649048]
      ),
      (
        [-0.4, 0.7], "LOGISTIC",
        [0.5986876487731934, 0.40131235122680664, 0.3318122625350952, 0.6681877374649048]
      ),
    ] as [([Float], String, [Float])])
  func `tells two labels apart by votes for one`(
    weights: [Float], transform: String, scores: [Float]
  ) throws {
    var stump = Stump(weights: weights)
    (stump.kind, stump.transform) = ("TreeEnsembleClassifier", transform)
    stump.labels = [10, 20]
    let found = try stump.answers([-1, 2])
    #expect(found["l"]?.int64s == [10, 20])
    #expect(agree(found["y"]?.floats ?? [], scores))
  }

  @Test func `tells several labels apart`() throws {
    var stump = Stump(weights: [0.4, 0.7, 0.5, 0.2])
    stump.kind = "TreeEnsembleClassifier"
    (stump.scores, stump.bases, stump.labels) = ([0, 1, 0, 2], [0.1, 0.2, 0.3], [10, 20, 30])
    stump.transform = "SOFTMAX"
    let found = try stump.answers([-1, 2])
    let scores: [Float] = [
      0.30206409096717834, 0.4506267011165619, 0.24730919301509857,
      0.3883257806301117, 0.2603025436401367, 0.3513716757297516,
    ]
    #expect(found["l"]?.int64s == [20, 10])
    #expect(agree(found["y"]?.floats ?? [], scores))
  }

  @Test(
    arguments: [
      ("nodes_truenodeids", [7, 0, 0], "nodes_truenodeids"),
      ("nodes_falsenodeids", [-1, 0, 0], "nodes_falsenodeids"),
      ("nodes_truenodeids", [0, 0, 0], "nodes_truenodeids"),
      ("nodes_truenodeids", [2, 0, 0], "nodes_truenodeids"),
      ("nodes_featureids", [-1, 0, 0], "nodes_featureids"),
      ("nodes_featureids", [1 << 40, 0, 0], "nodes_featureids"),
      ("nodes_nodeids", [0, 1, 1], "nodes_nodeids"),
      ("nodes_treeids", [0, 1, 0], "nodes_treeids"),
      ("nodes_treeids", [], "nodes_treeids"),
      ("nodes_truenodeids", [1, 0], "nodes_truenodeids"),
      ("nodes_missing_value_tracks_true", [1], "nodes_missing_value_tracks_true"),
      ("target_nodeids", [1, 9], "target_nodeids"),
      ("target_treeids", [0, 9], "target_nodeids"),
      ("target_ids", [0, 1], "target_ids"),
      ("target_ids", [0, -1], "target_ids"),
      ("target_ids", [0], "target_ids"),
    ] as [(String, [Int64], String)])
  func `is refused when it is none`(list: String, values: [Int64], fault: String) {
    var attributes = Stump(weights: [1, 2]).attributes
    for index in attributes.indices where attributes[index].name == list {
      attributes[index].content = .ints(values)
    }
    #expect(throws: LearnerError.brokenONNX(.node("step", .attributeValue(fault)))) {
      try Stump.answers("TreeEnsembleRegressor", attributes, [1])
    }
  }

  @Test func `is refused when its columns are not there`() {
    var stump = Stump(weights: [1, 2])
    stump.column = 3
    #expect(throws: LearnerError.brokenONNX(.node("step", .inputShapes([[1, 1]])))) {
      try stump.answers([1])
    }
  }

  @Test func `is refused with a threshold that is no number, and in modes nobody knows`() {
    var stump = Stump(weights: [1, 2])
    stump.threshold = .nan
    #expect(throws: LearnerError.brokenONNX(.node("step", .attributeValue("nodes_values")))) {
      try stump.answers([1])
    }
    stump.mode = "BRANCH_MEMBER"
    #expect(
      throws: LearnerError.unsupportedONNX(
        .attribute("nodes_modes", value: "BRANCH_MEMBER", node: "step"))
    ) { try stump.answers([1]) }
  }

  /// Numbers of a whole model's lists are put in the place of others.
  @Test func `never stops the program, whatever its lists say`() throws {
    var draws = SeededDraws(seed: 81)
    let model = try SampleModel.all[3]().graph.model()
    var refused = 0
    for _ in 0..<150 {
      var damaged = model
      guard var graph = damaged.graph else { return }
      for index in graph.nodes.indices
      where graph.nodes[index].operatorName == "TreeEnsembleRegressor" {
        for place in graph.nodes[index].attributes.indices {
          damage(&graph.nodes[index].attributes[place].content, &draws)
        }
      }
      damaged.graph = graph
      do throws(LearnerError) {
        _ = try ScoringGraph(damaged).run(batch(SampleModel.others.table))
      } catch { refused += 1 }
    }
    #expect(refused > 60)
  }

  private func damage(_ content: inout ONNXAttribute.Content, _ draws: inout SeededDraws) {
    guard draws.next(below: 8) == 0, case .ints(var list) = content, !list.isEmpty else { return }
    let values: [Int64] = [0, 1, -1, 5, 1_000, .max, .min]
    list[draws.next(below: list.count)] = values[draws.next(below: values.count)]
    if draws.next(below: 10) == 0 { list.removeLast() }
    content = .ints(list)
  }
}

private func agree(_ found: [Float], _ expected: [Float]) -> Bool {
  found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-6 }
}

/// A tree of one test as the attributes of a node.
private struct Stump {
  var kind = "TreeEnsembleRegressor"
  var mode = "BRANCH_LEQ"
  var threshold: Float = 0
  var missing: Int64 = 0
  var column: Int64 = 0
  var weights: [Float]
  /// For which score each vote is; the first half of the votes are of the leaf that rows pass to.
  var scores: [Int64] = [0, 0]
  var bases: [Float] = []
  var labels: [Int64] = []
  var aggregate = "SUM"
  var transform = "NONE"

  init(weights: [Float]) { self.weights = weights }

  var attributes: [ONNXAttribute] {
    let votes = kind == "TreeEnsembleRegressor" ? "target" : "class"
    let half = weights.count / 2
    var attributes = [
      ONNXAttribute("nodes_treeids", .ints([0, 0, 0])),
      ONNXAttribute("nodes_nodeids", .ints([0, 1, 2])),
      ONNXAttribute("nodes_featureids", .ints([column, 0, 0])),
      ONNXAttribute("nodes_modes", .strings([mode, "LEAF", "LEAF"])),
      ONNXAttribute("nodes_values", .floats([threshold, 0, 0])),
      ONNXAttribute("nodes_truenodeids", .ints([1, 0, 0])),
      ONNXAttribute("nodes_falsenodeids", .ints([2, 0, 0])),
      ONNXAttribute("nodes_missing_value_tracks_true", .ints([missing, 0, 0])),
      ONNXAttribute("\(votes)_treeids", .ints(weights.map { _ in 0 })),
      ONNXAttribute("\(votes)_nodeids", .ints(weights.indices.map { $0 < half ? 1 : 2 })),
      ONNXAttribute("\(votes)_ids", .ints(scores)),
      ONNXAttribute("\(votes)_weights", .floats(weights)),
      ONNXAttribute("post_transform", .string(transform)),
    ]
    if !bases.isEmpty { attributes.append(ONNXAttribute("base_values", .floats(bases))) }
    if votes == "target" {
      attributes.append(ONNXAttribute("n_targets", .int(1)))
      attributes.append(ONNXAttribute("aggregate_function", .string(aggregate)))
    } else {
      attributes.append(ONNXAttribute("classlabels_int64s", .ints(labels)))
    }
    return attributes
  }

  func answers(_ x: [Float]) throws(LearnerError) -> [NamedTensor] {
    try Self.answers(kind, attributes, x)
  }

  /// `y`, and of a classifier also `l`, for each number.
  static func answers(
    _ kind: String, _ attributes: [ONNXAttribute], _ x: [Float]
  ) throws(LearnerError) -> [NamedTensor] {
    let isClassifier = kind == "TreeEnsembleClassifier"
    let node = ONNXNode(
      kind, domain: .learning, name: "step", inputs: ["x"],
      outputs: isClassifier ? ["l", "y"] : ["y"], attributes: attributes)
    return try answersOf(
      [node], inputs: [NamedTensor("x", .column(x))],
      outputs: (isClassifier ? [("l", .int64)] : []) + [("y", .float)])
  }
}

/// What a graph of these nodes and constants answers.
func answersOf(
  _ nodes: [ONNXNode], constants: [ONNXTensor] = [], inputs: [NamedTensor],
  outputs: [(name: String, type: ElementType)]
) throws(LearnerError) -> [NamedTensor] {
  var graph = ONNXGraph()
  graph.nodes = nodes
  graph.initializers = constants
  graph.inputs = inputs.map { input in
    let shape = input.tensor.shape.map { ONNXDimension.fixed(Int64($0)) }
    return ONNXValueInfo(name: input.name, type: input.tensor.elements.type, shape: shape)
  }
  graph.outputs = outputs.map { ONNXValueInfo(name: $0.name, type: $0.type, shape: []) }
  var model = ONNXModel()
  model.irVersion = 7
  model.operatorSets = [
    ONNXOperatorSet(domain: "", version: 13), ONNXOperatorSet(domain: "ai.onnx.ml", version: 2),
  ]
  model.graph = graph
  return try ScoringGraph(model).run(inputs)
}
