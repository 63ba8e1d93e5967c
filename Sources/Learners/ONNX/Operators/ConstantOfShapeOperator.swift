/// A tensor of a shape, all of whose elements are the same.
///
/// Source: ONNX operators, `ConstantOfShape`.
struct ConstantOfShapeOperator: ONNXOperator {
  private let value: Tensor.Elements

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    value = try attributes.tensor("value")?.elements ?? .floats([0])
    guard value.count == 1, value.type != .string else { throw attributes.misfit("value") }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: inputs, node: node)
    return [value.type]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = try inputs[0].int64s(node: node).map { Int($0) }
    let count = try Tensor.boundedCount(of: shape, node: node)
    return [Tensor(value.picked(repeatElement(0, count: count)), shape: shape)]
  }
}
