/// Turns true into false and false into true.
///
/// Source: ONNX operators, `Not`.
struct NotOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.bool, of: inputs, node: node)
    return [.bool]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    [Tensor(.bools(try inputs[0].bools(node: node).map { !$0 }), shape: inputs[0].shape)]
  }
}
