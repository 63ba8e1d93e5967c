/// Puts columns side by side, each of which may have one axis or two: what a model answers one output a
/// label becomes a table of all.
struct ColumnsOperator: TensorOperator {
  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let columns = inputs.map { Tensor($0.elements, shape: [$0.elements.count, 1]) }
    return try ConcatOperator(axis: 1).run(columns, node: node)
  }
}
