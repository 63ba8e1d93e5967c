/// Whether numbers are none.
///
/// Source: ONNX operators, `IsNaN`.
struct IsNaNOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    return [.bool]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let bools = try inputs[0].doubles(node: node).map(\.isNaN)
    return [Tensor(.bools(bools), shape: inputs[0].shape)]
  }
}
