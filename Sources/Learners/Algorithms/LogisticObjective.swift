/// The log-loss of two labels as a function of the coefficients.
struct LogisticObjective: NewtonObjective {
  let design: PaddedDesign
  let loss: LogisticLoss
  /// Up to how many features the Hessian is built and factored.
  let choleskyLimit: Int

  var sizes: [Double] { design.largestValues() }

  func scores(_ vector: [Double]) -> [Double] { design.product(vector) }

  func evaluate(_ scores: [Double]) -> LogisticLoss.Evaluation { loss.evaluate(scores) }

  func gradient(_ evaluation: LogisticLoss.Evaluation) -> [Double] {
    design.transposedProduct(evaluation.slopes)
  }

  func factor(_ evaluation: LogisticLoss.Evaluation, penalty: [Double]) -> CholeskyFactor? {
    guard design.width <= choleskyLimit else { return nil }
    return design.factor(evaluation.curvatures, penalty: penalty)
  }

  func diagonal(_ evaluation: LogisticLoss.Evaluation) -> [Double] {
    design.squaredColumns(evaluation.curvatures)
  }

  func image(_ vector: [Double], _ evaluation: LogisticLoss.Evaluation) -> [Double] {
    design.gramProduct(evaluation.curvatures, vector)
  }
}
