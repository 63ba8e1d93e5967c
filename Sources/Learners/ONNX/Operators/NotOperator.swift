/// Turns true into false and false into true.
///
/// Source: ONNX operators, `Not`.
struct NotOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    guard inputs[0] == .bool else {
      throw .brokenONNX(.node(node, .inputType(inputs[0].name)))
    }
    return [.bool]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    [Tensor(.bools(try inputs[0].bools(node: node).map { !$0 }), shape: inputs[0].shape)]
  }
}
