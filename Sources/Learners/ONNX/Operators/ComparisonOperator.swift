/// Compares the elements of two tensors, one by one; nothing is true of NaN. Numbers have an order, truth
/// and text do not.
///
/// Source: ONNX operators, `Equal`, `Less`, `LessOrEqual`, `Greater` and `GreaterOrEqual`.
struct ComparisonOperator<Comparison: NumberComparison>: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectOneType(inputs, node: node)
    if Comparison.isOfOrder { try expectNumbers(inputs, node: node) }
    return [.bool]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let broadcast = try Broadcast(inputs.map(\.shape), node: node)
    let bools: [Bool]
    switch (inputs[0].elements, inputs[1].elements) {
    case (.floats(let left), .floats(let right)):
      bools = broadcast.map(left, right, Comparison.holds)
    case (.doubles(let left), .doubles(let right)):
      bools = broadcast.map(left, right, Comparison.holds)
    case (.int64s(let left), .int64s(let right)):
      bools = broadcast.map(left, right, Comparison.holds)
    case (.bools(let left), .bools(let right)): bools = broadcast.map(left, right, ==)
    default:
      let (texts, _) = Tensor.commonTexts(inputs)
      bools = broadcast.map(texts[0], texts[1], ==)
    }
    return [Tensor(.bools(bools), shape: broadcast.shape)]
  }
}

/// What is asked of two numbers.
protocol NumberComparison: Sendable {
  /// Whether it takes an order.
  static var isOfOrder: Bool { get }
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool
}

extension NumberComparison {
  static var isOfOrder: Bool { true }
}

/// `Equal`.
enum IsEqual: NumberComparison {
  static var isOfOrder: Bool { false }
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left == right }
}

/// `Less`.
enum IsLess: NumberComparison {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left < right }
}

/// `LessOrEqual`.
enum IsLessOrEqual: NumberComparison {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left <= right }
}

/// `Greater`.
enum IsGreater: NumberComparison {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left > right }
}

/// `GreaterOrEqual`.
enum IsGreaterOrEqual: NumberComparison {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left >= right }
}
