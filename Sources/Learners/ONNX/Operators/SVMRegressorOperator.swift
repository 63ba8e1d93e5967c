/// A weighted sum of how alike a row is to each support vector; or, where one class was learned, 1 for what
/// is of it and -1 for what is not.
///
/// Source: ONNX operators, `ai.onnx.ml.SVMRegressor`.
struct SVMRegressorOperator: ONNXOperator {
  private let vectors: SupportVectors
  /// One for each vector; none of a linear machine.
  private let coefficients: [Float]
  private let intercept: Float
  private let isOneClass: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let weights = try attributes.required(
      try attributes.floats("coefficients"), "coefficients")
    let count = try attributes.int("n_supports") ?? 0
    guard (0...Int64(weights.count)).contains(count) else { throw attributes.misfit("n_supports") }
    vectors = try SupportVectors(&attributes, count: Int(count), weights: weights, rows: 1)
    coefficients = count == 0 ? [] : weights
    guard count == 0 || weights.count == Int(count) else {
      throw attributes.misfit("coefficients")
    }
    guard let rho = try attributes.floats("rho")?.first else { throw attributes.misfit("rho") }
    intercept = rho
    isOneClass = try attributes.int("one_class") ?? 0 != 0
    // onnxruntime ignores it too.
    _ = try attributes.string("post_transform")
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let likeness = try vectors.likeness(inputs[0], node: node)
    let sums: [Float] = stride(from: 0, to: likeness.count, by: vectors.count).map { start in
      if coefficients.isEmpty { return likeness[start] + intercept }
      return coefficients.indices.reduce(0) { $0 + likeness[start + $1] * coefficients[$1] }
        + intercept
    }
    let answers = isOneClass ? sums.map { $0 > 0 ? 1 : -1 } : sums
    return [Tensor(.floats(answers), shape: [answers.count, 1])]
  }
}
