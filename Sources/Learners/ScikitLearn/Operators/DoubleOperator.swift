/// A step from doubles to doubles, as nearly all of scikit-learn's are.
protocol DoubleOperator: TensorOperator {}

extension DoubleOperator {
  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.double, of: inputs, node: node)
    return [.double]
  }
}
