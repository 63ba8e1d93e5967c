/// The class that the trees say the most for, and the scores of all classes.
///
/// Where two labels have votes for number 0 only, these are for the second label: the label is that of a
/// sum above one half, or above 0 where some vote is negative. Where both have votes, the second label is
/// that of a sum of its own above 0.
///
/// A score that no leaf of a row votes for counts as 0; onnxruntime leaves it out of the comparison, and
/// does not add its base.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsembleClassifier`, with the cases of two labels as in
/// onnxruntime's `tree_ensemble_aggregator.h`.
struct TreeEnsembleClassifierOperator: ONNXOperator {
  private let trees: ONNXTrees
  private let labels: ONNXClassLabels
  private let scoring: ONNXScoreTransform
  /// Of two labels, whether all votes are for one of them.
  private let isOneSided: Bool
  private let hasNegativeVotes: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let lists = try TreeNodeLists(&attributes, voteKind: "class")
    labels = try ONNXClassLabels(&attributes, integersName: "classlabels_int64s")
    scoring = try ONNXScoreTransform(&attributes)
    guard labels.count >= 2 else { throw attributes.misfit("classlabels_int64s") }
    let scores = Set(lists.votes.scores)
    isOneSided = labels.count == 2 && scores.count == 1
    // What onnxruntime answers for number 1 alone is no probability.
    if isOneSided, scores != [0] { throw attributes.misfit("class_ids") }
    if isOneSided, scoring == .probit {
      throw .unsupportedONNX(
        .attribute("post_transform", value: "PROBIT", node: attributes.node))
    }
    let sums = TreeSums(scoreCount: isOneSided ? 1 : labels.count, bases: lists.bases)
    guard sums.bases.isEmpty || sums.bases.count == sums.scoreCount else {
      throw attributes.misfit("base_values")
    }
    hasNegativeVotes = lists.votes.weights.contains { $0 < 0 }
    trees = try ONNXTrees(
      try lists.sourceTrees(attributes), sums: sums, attributes, listName: lists.listName)
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? {
    ONNXClassOrigin(
      labels: labels,
      areSums: hasNegativeVotes && (isOneSided ? scoring != .logistic : scoring == .none))
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [labels.type, .float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = [try inputs[0].table(node: node).rows, labels.count]
    _ = try Tensor.boundedCount(of: shape, node: node)
    let sums = try trees.scores(inputs[0], node: node)
    let scores = isOneSided ? twoScores(sums) : scoring.perClass(sums, classes: labels.count)
    return [
      Tensor(labels.elements(winners(sums)), shape: [shape[0]]),
      Tensor(.floats(scores), shape: shape),
    ]
  }

  /// Which label each row gets.
  private func winners(_ sums: [Float]) -> [Int] {
    if isOneSided { return sums.map { $0 > (hasNegativeVotes ? 0 : 0.5) ? 1 : 0 } }
    guard labels.count == 2 else { return firstMaxima(sums, classes: labels.count) }
    return stride(from: 1, to: sums.count, by: 2).map { sums[$0] > 0 ? 1 : 0 }
  }

  /// The scores of both labels from one sum a row.
  private func twoScores(_ sums: [Float]) -> [Float] {
    sums.flatMap { sum in
      if scoring == .logistic {
        return [ONNXScoreTransform.logistic(-sum), ONNXScoreTransform.logistic(sum)]
      }
      return [hasNegativeVotes ? -sum : 1 - sum, sum]
    }
  }
}
