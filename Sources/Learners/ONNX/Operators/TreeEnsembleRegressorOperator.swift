/// Adds up what the trees say of each row, for one or more targets.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsembleRegressor`, in Float and in the order of
/// onnxruntime's `tree_ensemble_aggregator.h`, where a single target is not transformed.
struct TreeEnsembleRegressorOperator: ONNXOperator {
  private let trees: CompiledTrees<Float, Float>
  private let targets: Int
  private let scoring: ONNXScoreTransform

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let lists = try TreeNodeLists(&attributes, voteKind: "target")
    let count = try attributes.required(try attributes.int("n_targets"), "n_targets")
    guard (1...Int64(1 << 20)).contains(count) else { throw attributes.misfit("n_targets") }
    targets = Int(count)
    var sums = TreeSums(scoreCount: targets, aggregate: try TreeAggregate(&attributes))
    scoring = try ONNXScoreTransform(&attributes)
    sums.bases = (try attributes.floats("base_values") ?? []).map(Double.init)
    guard sums.bases.isEmpty || sums.bases.count == targets else {
      throw attributes.misfit("base_values")
    }
    trees = try CompiledTrees(lists, attributes, sums: sums, voteKind: "target")
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
