/// Computes with the numbers of two tensors, one by one; whole numbers wrap around.
///
/// Source: ONNX operators, `Add`, `Sub` and `Mul`.
struct ArithmeticOperator<Operation: ArithmeticOperation>: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let broadcast = try Broadcast(inputs[0], inputs[1], node: node)
    let elements: Tensor.Elements
    if inputs[0].elements.type == .int64 {
      let (left, right) = (try inputs[0].int64s(node: node), try inputs[1].int64s(node: node))
      elements = .int64s(broadcast.map(left, right, Operation.apply))
    } else {
      let (left, right) = (try inputs[0].floats(node: node), try inputs[1].floats(node: node))
      elements = .floats(broadcast.map(left, right, Operation.apply))
    }
    return [Tensor(elements, shape: broadcast.shape)]
  }
}

/// What is done with two numbers.
protocol ArithmeticOperation: Sendable {
  static func apply(_ left: Float, _ right: Float) -> Float
  static func apply(_ left: Int64, _ right: Int64) -> Int64
}

/// `Add`.
enum Addition: ArithmeticOperation {
  static func apply(_ left: Float, _ right: Float) -> Float { left + right }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { left &+ right }
}

/// `Sub`.
enum Subtraction: ArithmeticOperation {
  static func apply(_ left: Float, _ right: Float) -> Float { left - right }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { left &- right }
}

/// `Mul`.
enum Multiplication: ArithmeticOperation {
  static func apply(_ left: Float, _ right: Float) -> Float { left * right }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { left &* right }
}
