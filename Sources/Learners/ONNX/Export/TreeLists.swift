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
  private var thresholds: [Float] = []
  private var passes: [Int64] = []
  private var fails: [Int64] = []
  private var missingPasses: [Int64] = []
  private var voteTrees: [Int64] = []
  private var voteNodes: [Int64] = []
  private var targets: [Int64] = []
  private var weights: [Float] = []

  init(targetCount: Int) { self.targetCount = targetCount }

  /// A node that passes rows whose feature is up to the threshold.
  mutating func addTest(
    tree: Int, node: Int, feature: Int, threshold: Float, passes pass: Int, fails fail: Int,
    missingPasses missing: Bool
  ) {
    append(tree, node, "BRANCH_LEQ", feature, threshold, pass, fail, missing)
  }

  /// A leaf that adds each weight to the target of its place, the first to `firstTarget`. A weight of 0
  /// is left out, as it changes no sum; but a leaf has to have one.
  mutating func addLeaf(tree: Int, node: Int, firstTarget: Int, weights: [Float]) {
    append(tree, node, "LEAF", 0, 0, 0, 0, false)
    let isEmpty = weights.allSatisfy { $0 == 0 }
    for (offset, weight) in weights.enumerated() where isEmpty ? offset == 0 : weight != 0 {
      voteTrees.append(Int64(tree))
      voteNodes.append(Int64(node))
      targets.append(Int64(firstTarget + offset))
      self.weights.append(weight)
    }
  }

  private mutating func append(
    _ tree: Int, _ node: Int, _ mode: String, _ feature: Int, _ threshold: Float, _ pass: Int,
    _ fail: Int, _ missing: Bool
  ) {
    trees.append(Int64(tree))
    nodes.append(Int64(node))
    modes.append(mode)
    columns.append(Int64(feature))
    thresholds.append(threshold)
    passes.append(Int64(pass))
    fails.append(Int64(fail))
    missingPasses.append(missing ? 1 : 0)
  }

  /// The attributes of the node.
  func attributes(bases: [Float]) -> [ONNXAttribute] {
    [
      ONNXAttribute("aggregate_function", .string("SUM")),
      ONNXAttribute("base_values", .floats(bases)),
      ONNXAttribute("n_targets", .int(Int64(targetCount))),
      ONNXAttribute("nodes_falsenodeids", .ints(fails)),
      ONNXAttribute("nodes_featureids", .ints(columns)),
      ONNXAttribute("nodes_missing_value_tracks_true", .ints(missingPasses)),
      ONNXAttribute("nodes_modes", .strings(modes)),
      ONNXAttribute("nodes_nodeids", .ints(nodes)),
      ONNXAttribute("nodes_treeids", .ints(trees)),
      ONNXAttribute("nodes_truenodeids", .ints(passes)),
      ONNXAttribute("nodes_values", .floats(thresholds)),
      ONNXAttribute("post_transform", .string("NONE")),
      ONNXAttribute("target_ids", .ints(targets)),
      ONNXAttribute("target_nodeids", .ints(voteNodes)),
      ONNXAttribute("target_treeids", .ints(voteTrees)),
      ONNXAttribute("target_weights", .floats(weights)),
    ]
  }

  /// Whether every number is finite.
  var isFinite: Bool { weights.allSatisfy(\.isFinite) && thresholds.allSatisfy(\.isFinite) }
}
