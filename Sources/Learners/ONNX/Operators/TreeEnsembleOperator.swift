/// Adds up what the trees say of each row, for one or more targets: the one form of trees since operator
/// set 5 of `ai.onnx.ml`, in which leaves and tests are listed apart.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsemble`; of the transforms 1 is the logistic one and 2 softmax,
/// as in onnxruntime, where the specification has them the other way round.
struct TreeEnsembleOperator: ONNXOperator {
  private let trees: ONNXTrees
  private let targets: Int
  private let scoring: ONNXScoreTransform

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let lists = try TreeSplitLists(&attributes)
    targets = try attributes.targetCount()
    scoring = try Self.choice(
      "post_transform", [.none, .logistic, .softmax, .softmaxZero, .probit], otherwise: 0,
      &attributes)
    let aggregate: TreeAggregate = try Self.choice(
      "aggregate_function", [.average, .sum, .minimum, .maximum], otherwise: 1, &attributes)
    trees = try ONNXTrees(
      try lists.sourceTrees(attributes),
      sums: TreeSums(scoreCount: targets, aggregate: aggregate), attributes,
      listName: lists.listName)
  }

  private static func choice<Choice>(
    _ name: String, _ choices: [Choice], otherwise: Int64, _ attributes: inout ONNXNodeAttributes
  ) throws(LearnerError) -> Choice {
    let number = Int(clamping: try attributes.int(name) ?? otherwise)
    guard choices.indices.contains(number) else {
      throw .unsupportedONNX(.attribute(name, value: String(number), node: attributes.node))
    }
    return choices[number]
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    return inputs
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = [try inputs[0].table(node: node).rows, targets]
    if scoring == .none, case .doubles(let trees) = trees {
      return [Tensor(.doubles(try trees.scores(inputs[0], node: node)), shape: shape)]
    }
    let floats = scoring.perTarget(try trees.scores(inputs[0], node: node), targets: targets)
    let isDouble = inputs[0].elements.type == .double
    return [Tensor(isDouble ? .doubles(floats.map(Double.init)) : .floats(floats), shape: shape)]
  }
}
