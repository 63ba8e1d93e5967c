/// Computes with the numbers of tensors, one by one and from the first tensor to the last; whole numbers
/// wrap around.
///
/// Source: ONNX operators, `Add`, `Sub`, `Mul`, `Div`, `Sum`, `Max` and `Min`.
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
    var result = inputs[0]
    for input in inputs.dropFirst() { result = try combine(result, input, node: node) }
    return [result]
  }

  private func combine(
    _ left: Tensor, _ right: Tensor, node: String
  ) throws(LearnerError) -> Tensor {
    let broadcast = try Broadcast([left.shape, right.shape], node: node)
    let elements: Tensor.Elements
    switch (left.elements, right.elements) {
    case (.floats(let left), .floats(let right)):
      elements = .floats(broadcast.map(left, right, Operation.apply))
    case (.doubles(let left), .doubles(let right)):
      elements = .doubles(broadcast.map(left, right, Operation.apply))
    case (.int64s(let left), .int64s(let right)):
      if Operation.divides, right.contains(0) { throw .brokenONNX(.node(node, .dividesByZero)) }
      elements = .int64s(broadcast.map(left, right, Operation.apply))
    default: throw right.typeError(node: node)
    }
    return Tensor(elements, shape: broadcast.shape)
  }
}

/// What is done with two numbers.
protocol ArithmeticOperation: Sendable {
  /// Whether the second number may not be 0 where both are whole.
  static var divides: Bool { get }
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number
  static func apply(_ left: Int64, _ right: Int64) -> Int64
}

extension ArithmeticOperation {
  static var divides: Bool { false }
}

/// `Add` and `Sum`.
enum Addition: ArithmeticOperation {
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number {
    left + right
  }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { left &+ right }
}

/// `Sub`.
enum Subtraction: ArithmeticOperation {
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number {
    left - right
  }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { left &- right }
}

/// `Mul`.
enum Multiplication: ArithmeticOperation {
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number {
    left * right
  }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { left &* right }
}

/// `Div`; whole numbers lose the fraction.
enum Division: ArithmeticOperation {
  static var divides: Bool { true }
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number {
    left / right
  }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 {
    left.dividedReportingOverflow(by: right).partialValue
  }
}

/// `Max`; what is not a number stays.
enum Maximum: ArithmeticOperation {
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number {
    left > right || left.isNaN ? left : right
  }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { max(left, right) }
}

/// `Min`; what is not a number stays.
enum Minimum: ArithmeticOperation {
  static func apply<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Number {
    left < right || left.isNaN ? left : right
  }
  static func apply(_ left: Int64, _ right: Int64) -> Int64 { min(left, right) }
}
