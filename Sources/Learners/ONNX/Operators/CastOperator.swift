/// Turns floats into whole numbers, towards zero, and back, and truth into 1 and back.
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
    if inputs[0] == .string { throw .brokenONNX(.node(node, .inputType(inputs[0].name))) }
    return [type]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    let elements: Tensor.Elements =
      switch type {
      case .float: .floats(try input.floats(node: node))
      case .double: .doubles(try input.doubles(node: node))
      case .int64: .int64s(try input.int64s(node: node))
      case .bool: .bools(try input.bools(node: node))
      case .string: throw input.typeError(node: node)
      }
    return [Tensor(elements, shape: input.shape)]
  }
}
