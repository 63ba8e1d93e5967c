/// Turns elements of one type into another: numbers with a fraction into whole ones, towards zero, truth
/// into 1, text into the number that it spells and back.
///
/// Source: ONNX operators, `Cast`, with texts as in onnxruntime's `cast_op.cc`.
struct CastOperator: ONNXOperator {
  private let type: ElementType
  /// Whether whole numbers are of 32 bits.
  private let isNarrow: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let number = Int32(clamping: try attributes.required(try attributes.int("to"), "to"))
    // Only say what happens to numbers too large for an 8-bit float.
    _ = try attributes.int("saturate")
    _ = try attributes.string("round_mode")
    guard let type = ElementType(fileNumber: number) else {
      throw .unsupportedONNX(
        .attribute("to", value: ElementType.name(ofNumber: number), node: attributes.node))
    }
    self.type = type
    isNarrow = number == ElementType.int32Number
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    if inputs[0] == .double, type == .string {
      throw .unsupportedONNX(.part("texts of double numbers, as the node '\(node)' makes them,"))
    }
    return [type]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = try inputs[0].numbersOfTexts(node: node, unless: type == .string)
    let elements: Tensor.Elements =
      switch type {
      case .float: .floats(try input.floats(node: node))
      case .double: .doubles(try input.doubles(node: node))
      case .int64: .int64s(try int64s(input, node: node))
      case .bool: .bools(try input.bools(node: node))
      case .string: input.texts
      }
    return [Tensor(elements, shape: input.shape)]
  }

  private func int64s(_ input: Tensor, node: String) throws(LearnerError) -> [Int64] {
    let int64s = try input.int64s(node: node)
    guard isNarrow else { return int64s }
    // What does not fit loses its upper bits, or if it has a fraction is the lowest number.
    let isWhole = [.int64, .bool].contains(input.elements.type)
    return int64s.map {
      isWhole ? Int64(Int32(truncatingIfNeeded: $0)) : Int64(Int32(exactly: $0) ?? .min)
    }
  }
}
