internal import Glibc

/// Raises numbers to powers, in the precision of the numbers.
///
/// Source: ONNX operators, `Pow`.
struct PowOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let broadcast = try Broadcast(inputs.map(\.shape), node: node)
    let elements: Tensor.Elements
    switch (inputs[0].elements, inputs[1].elements.type) {
    case (.floats(let bases), .float):
      elements = .floats(broadcast.map(bases, try inputs[1].floats(node: node), powf))
    case (.floats, _):
      elements = .floats(
        broadcast.map(
          try inputs[0].doubles(node: node), try inputs[1].doubles(node: node)
        ) { Float(pow($0, $1)) })
    case (.doubles(let bases), _):
      elements = .doubles(broadcast.map(bases, try inputs[1].doubles(node: node), pow))
    default:
      let powers = broadcast.map(
        try inputs[0].doubles(node: node), try inputs[1].doubles(node: node), pow)
      elements = .int64s(powers.map(Tensor.truncated))
    }
    return [Tensor(elements, shape: broadcast.shape)]
  }
}
