/// Weighted sums of the features, one for each target.
///
/// Source: ONNX operators, `ai.onnx.ml.LinearRegressor`, where a single target is not transformed, as in
/// onnxruntime's `linearregressor.cc`.
struct LinearRegressorOperator: ONNXOperator {
  private let sums: WeightedSums
  private let scoring: ONNXScoreTransform

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let coefficients = try attributes.required(
      try attributes.floats("coefficients"), "coefficients")
    scoring = try ONNXScoreTransform(&attributes)
    guard let targets = Int(exactly: try attributes.int("targets") ?? 1),
      (1...coefficients.count + 1).contains(targets)
    else { throw attributes.misfit("targets") }
    let intercepts =
      try attributes.floats("intercepts") ?? Array(repeating: 0, count: targets)
    guard intercepts.count == targets else { throw attributes.misfit("intercepts") }
    sums = try WeightedSums(attributes, coefficients: coefficients, intercepts: intercepts)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let rows = try inputs[0].table(node: node).rows
    let scores = scoring.perTarget(try sums.of(inputs[0], node: node), targets: sums.count)
    return [Tensor(.floats(scores), shape: [rows, sums.count])]
  }
}
