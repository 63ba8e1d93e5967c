/// The lists that ONNX describes trees by, filled node by node.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsembleRegressor`.
struct TreeLists {
  /// How many scores a row gets.
  let targetCount: Int
  private var trees: [Int64] = []
  private var nodes: [Int64] = []
  private var columns: [Int64] = []
  private var modes: [String] = []
  private var thresholds: [Double] = []
  private var passes: [Int64] = []
  private var fails: [Int64] = []
  private var missingPasses: [Int64] = []
  private var voteTrees: [Int64] = []
  private var voteNodes: [Int64] = []
  private var targets: [Int64] = []
  private var weights: [Double] = []

  init(targetCount: Int) { self.targetCount = targetCount }

  /// A node that passes rows whose feature is up to the threshold, or compares with it in another way.
  mutating func addTest(
    tree: Int, node: Int, _ mode: TreeNodeLists.Mode = .atMost, feature: Int, threshold: Double,
    passes pass: Int, fails fail: Int, missingPasses missing: Bool
  ) {
    append(tree, node, mode, feature, threshold, pass, fail, missing)
  }

  /// A leaf that adds each weight to the target of its place, the first to `firstTarget`. A weight of 0
  /// is left out, as it changes no sum; but a leaf has to have one.
  mutating func addLeaf(tree: Int, node: Int, firstTarget: Int, weights: [Float]) {
    append(tree, node, .leaf, 0, 0, 0, 0, false)
    let isEmpty = weights.allSatisfy { $0 == 0 }
    for (offset, weight) in weights.enumerated() where isEmpty ? offset == 0 : weight != 0 {
      addVote(tree: tree, node: node, target: firstTarget + offset, weight: Double(weight))
    }
  }

  /// A leaf that adds these weights to these targets, at least one.
  mutating func addLeaf(tree: Int, node: Int, votes: [(target: Int, weight: Double)]) {
    append(tree, node, .leaf, 0, 0, 0, 0, false)
    for (target, weight) in votes {
      addVote(tree: tree, node: node, target: target, weight: weight)
    }
  }

  private mutating func addVote(tree: Int, node: Int, target: Int, weight: Double) {
    voteTrees.append(Int64(tree))
    voteNodes.append(Int64(node))
    targets.append(Int64(target))
    weights.append(weight)
  }

  private mutating func append(
    _ tree: Int, _ node: Int, _ mode: TreeNodeLists.Mode, _ feature: Int, _ threshold: Double,
    _ pass: Int, _ fail: Int, _ missing: Bool
  ) {
    trees.append(Int64(tree))
    nodes.append(Int64(node))
    modes.append(mode.rawValue)
    columns.append(Int64(feature))
    thresholds.append(threshold)
    passes.append(Int64(pass))
    fails.append(Int64(fail))
    missingPasses.append(missing ? 1 : 0)
  }

  /// The attributes of the node, in single precision.
  func attributes(bases: [Float]) -> [ONNXAttribute] {
    let numbers = [
      ONNXAttribute("base_values", .floats(bases)),
      ONNXAttribute("nodes_values", .floats(thresholds.map(Float.init))),
      ONNXAttribute("target_weights", .floats(weights.map(Float.init))),
    ]
    return (shared("SUM") + numbers).sorted { $0.name ?? "" < $1.name ?? "" }
  }

  /// The attributes of a node that compares and adds doubles: ai.onnx.ml 3.
  func attributes(bases: [Double], aggregate: String) -> [ONNXAttribute] {
    let numbers = [
      ("base_values", bases), ("nodes_values", thresholds), ("target_weights", weights),
    ].map { name, doubles in
      let tensor = Tensor(.doubles(doubles), shape: [doubles.count])
      return ONNXAttribute("\(name)_as_tensor", .tensor(ONNXTensor(name: name, tensor)))
    }
    return shared(aggregate) + numbers
  }

  private func shared(_ aggregate: String) -> [ONNXAttribute] {
    [
      ONNXAttribute("aggregate_function", .string(aggregate)),
      ONNXAttribute("n_targets", .int(Int64(targetCount))),
      ONNXAttribute("nodes_falsenodeids", .ints(fails)),
      ONNXAttribute("nodes_featureids", .ints(columns)),
      ONNXAttribute("nodes_missing_value_tracks_true", .ints(missingPasses)),
      ONNXAttribute("nodes_modes", .strings(modes)),
      ONNXAttribute("nodes_nodeids", .ints(nodes)),
      ONNXAttribute("nodes_treeids", .ints(trees)),
      ONNXAttribute("nodes_truenodeids", .ints(passes)),
      ONNXAttribute("post_transform", .string("NONE")),
      ONNXAttribute("target_ids", .ints(targets)),
      ONNXAttribute("target_nodeids", .ints(voteNodes)),
      ONNXAttribute("target_treeids", .ints(voteTrees)),
    ]
  }

  /// Whether every number is finite.
  var isFinite: Bool { weights.allSatisfy(\.isFinite) && thresholds.allSatisfy(\.isFinite) }
}
