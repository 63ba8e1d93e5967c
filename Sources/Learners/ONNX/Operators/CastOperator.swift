/// Turns floats into whole numbers, towards zero, and back.
///
/// Source: ONNX operators, `Cast`.
struct CastOperator: ONNXOperator {
  private let type: ElementType

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let number = try attributes.required(try attributes.int("to"), "to")
    // Only says what happens to numbers too large for an 8-bit float.
    _ = try attributes.int("saturate")
    guard let type = ElementType(rawValue: Int32(clamping: number)), type != .string else {
      throw .unsupportedONNX(
        .attribute("to", value: String(number), node: attributes.node))
    }
    self.type = type
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [type]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let elements: Tensor.Elements =
      type == .float
      ? .floats(try inputs[0].floats(node: node)) : .int64s(try inputs[0].int64s(node: node))
    return [Tensor(elements, shape: inputs[0].shape)]
  }
}
