/// Refuses rows that lack a number or have an infinite one, as most transformers of scikit-learn do.
struct FiniteOperator: DoubleOperator {
  let width: Int

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    guard try inputs[0].doubles(node: node).allSatisfy(\.isFinite) else {
      throw .unfitONNXInput(.notFinite(node: node))
    }
    return inputs
  }
}
