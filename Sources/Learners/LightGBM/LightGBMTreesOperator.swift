/// Adds up the leaves that a row comes to, in the order of the trees, and turns the sums into answers.
///
/// Numbers are compared and added as `Double`s, as LightGBM does.
struct LightGBMTreesOperator: TensorOperator {
  let trees: CompiledTrees<Double, Double>
  let objective: LightGBMObjective
  /// What sums are divided by.
  let divisor: Double

  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  init(_ model: LightGBMModel) throws(LearnerError) {
    let sums = TreeSums(scoreCount: model.scoreCount)
    do throws(TreeFault) { trees = try CompiledTrees(model.trees, sums: sums) } catch {
      throw .brokenLightGBM(error.reason)
    }
    objective = model.objective
    divisor = model.isAveraged ? Double(max(1, model.trees.count / model.scoreCount)) : 1
  }

  var rowLength: Int { trees.sums.scoreCount }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [.double] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let rows = try inputs[0].table(node: node).rows
    var sums = try trees.scores(inputs[0], node: node)
    let width = trees.sums.scoreCount
    if divisor != 1 { for index in sums.indices { sums[index] /= divisor } }
    objective.answer(&sums, width: width)
    return [Tensor(.doubles(sums), shape: [rows, width])]
  }
}
