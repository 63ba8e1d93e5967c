/// Does steps to the columns of a table, one after the other.
struct ColumnStepOperator: DoubleOperator {
  let steps: [ColumnStep]
  let width: Int

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    var cells = try inputs[0].doubles(node: node)
    for step in steps { step.run(&cells, width: width) }
    return [Tensor(.doubles(cells), shape: inputs[0].shape)]
  }
}
