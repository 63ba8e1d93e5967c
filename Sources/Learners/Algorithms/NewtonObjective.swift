/// What Newton's method makes small, the penalty aside: a loss of scores that a vector makes of rows.
protocol NewtonObjective: Sendable {
  /// What is known where the scores are some.
  associatedtype Evaluation: LossEvaluation

  /// For each entry of a vector the largest absolute value that it is multiplied by.
  var sizes: [Double] { get }

  /// The scores that a vector makes, linearly.
  func scores(_ vector: [Double]) -> [Double]

  /// The loss of scores, and what its derivatives are made of.
  func evaluate(_ scores: [Double]) -> Evaluation

  /// The first derivative by each entry of the vector.
  func gradient(_ evaluation: Evaluation) -> [Double]

  /// The matrix of second derivatives with `penalty` on its diagonal, factored; `nil` when it is too
  /// wide or singular.
  func factor(_ evaluation: Evaluation, penalty: [Double]) -> CholeskyFactor?

  /// The diagonal of the matrix of second derivatives.
  func diagonal(_ evaluation: Evaluation) -> [Double]

  /// The product of the matrix of second derivatives with a vector.
  func image(_ vector: [Double], _ evaluation: Evaluation) -> [Double]
}

/// What scores cost.
protocol LossEvaluation {
  /// The sum over rows of weight × loss.
  var loss: Double { get }
}
