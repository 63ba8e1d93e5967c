/// Adds up the leaves that a row comes to, in the order of the trees, and turns the sums into answers.
///
/// Numbers are compared and added as `Float`s, as XGBoost's `cpu_predictor` does.
struct XGBoostTreesOperator: TensorOperator {
  let trees: CompiledTrees<Float, Float>
  let objective: XGBoostObjective

  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  init(
    _ trees: [SourceTree], margins: [Float], objective: XGBoostObjective
  ) throws(LearnerError) {
    let sums = TreeSums(scoreCount: margins.count, starts: margins.map(Double.init))
    do throws(TreeFault) { self.trees = try CompiledTrees(trees, sums: sums) } catch {
      throw .brokenXGBoost(error.reason)
    }
    self.objective = objective
  }

  var rowLength: Int { trees.sums.scoreCount }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] { [.float] }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let rows = try inputs[0].table(node: node).rows
    var sums = try trees.scores(inputs[0], node: node)
    let width = trees.sums.scoreCount
    objective.answer(&sums, width: width)
    return [Tensor(.floats(sums), shape: [rows, width])]
  }
}
