/// Adds up what the trees say of each row, for one or more targets.
///
/// A score that no leaf of a row votes for counts as 0; onnxruntime leaves it out of the comparison, and
/// does not add its base.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsembleRegressor`, in the order of onnxruntime's
/// `tree_ensemble_aggregator.h`.
struct TreeEnsembleRegressorOperator: ONNXOperator {
  private let trees: ONNXTrees
  private let targets: Int
  private let scoring: ONNXScoreTransform

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let lists = try TreeNodeLists(&attributes, voteKind: "target")
    targets = try attributes.targetCount()
    let sums = TreeSums(
      scoreCount: targets, aggregate: try TreeAggregate(&attributes), bases: lists.bases)
    scoring = try ONNXScoreTransform(&attributes)
    guard sums.bases.isEmpty || sums.bases.count == targets else {
      throw attributes.misfit("base_values")
    }
    trees = try ONNXTrees(
      try lists.sourceTrees(attributes), sums: sums, attributes, listName: lists.listName)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let rows = try inputs[0].table(node: node).rows
    let scores = try trees.scores(inputs[0], node: node)
    return [
      Tensor(.floats(scoring.perTarget(scores, targets: targets)), shape: [rows, targets])
    ]
  }
}

extension ONNXNodeAttributes {
  /// How many numbers trees answer for a row.
  mutating func targetCount() throws(LearnerError) -> Int {
    let count = try required(try int("n_targets"), "n_targets")
    guard (1...Int64(1 << 20)).contains(count) else { throw misfit("n_targets") }
    return Int(count)
  }
}
