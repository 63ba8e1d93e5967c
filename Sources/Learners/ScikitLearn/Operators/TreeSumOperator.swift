/// Adds up what the trees say of each row.
struct TreeSumOperator<Feature: TreeNumber>: DoubleOperator {
  let trees: CompiledTrees<Feature, Double>
  /// Whether rows may lack numbers.
  let takesMissing: Bool
  /// Whether numbers may be infinite, or so large that they are for `Feature`.
  let takesInfinity: Bool

  var rowLength: Int { trees.sums.scoreCount }

  @_specialize(where Feature == Float)
  @_specialize(where Feature == Double)
  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    if !takesMissing || !takesInfinity {
      for cell in try inputs[0].doubles(node: node) {
        let isTaken = cell.isNaN ? takesMissing : takesInfinity || Feature(cell).isFinite
        guard isTaken else { throw .unfitONNXInput(.notFinite(node: node)) }
      }
    }
    let scores = try trees.scores(inputs[0], node: node)
    return [Tensor(.doubles(scores), shape: [inputs[0].shape[0], trees.sums.scoreCount])]
  }
}
