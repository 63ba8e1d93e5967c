/// Compares the numbers of two tensors, one by one; nothing is true of NaN.
///
/// Source: ONNX operators, `Less` and `GreaterOrEqual`.
struct ComparisonOperator<Comparison: NumberComparison>: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [.bool]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let broadcast = try Broadcast(inputs[0], inputs[1], node: node)
    let bools: [Bool]
    if inputs[0].elements.type == .int64 {
      let (left, right) = (try inputs[0].int64s(node: node), try inputs[1].int64s(node: node))
      bools = broadcast.map(left, right, Comparison.holds)
    } else {
      let (left, right) = (try inputs[0].floats(node: node), try inputs[1].floats(node: node))
      bools = broadcast.map(left, right, Comparison.holds)
    }
    return [Tensor(.bools(bools), shape: broadcast.shape)]
  }
}

/// What is asked of two numbers.
protocol NumberComparison: Sendable {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool
}

/// `Less`.
enum IsLess: NumberComparison {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left < right }
}

/// `GreaterOrEqual`.
enum IsGreaterOrEqual: NumberComparison {
  static func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool { left >= right }
}
