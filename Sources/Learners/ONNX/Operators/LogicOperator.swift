/// Joins the truths of two tensors, one by one.
///
/// Source: ONNX operators, `And` and `Or`.
struct LogicOperator<Logic: TruthLogic>: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.bool, of: inputs, node: node)
    return [.bool]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let broadcast = try Broadcast(inputs.map(\.shape), node: node)
    let (left, right) = (try inputs[0].bools(node: node), try inputs[1].bools(node: node))
    return [Tensor(.bools(broadcast.map(left, right, Logic.holds)), shape: broadcast.shape)]
  }
}

/// What is asked of two truths.
protocol TruthLogic: Sendable {
  static func holds(_ left: Bool, _ right: Bool) -> Bool
}

/// `And`.
enum Conjunction: TruthLogic {
  static func holds(_ left: Bool, _ right: Bool) -> Bool { left && right }
}

/// `Or`.
enum Disjunction: TruthLogic {
  static func holds(_ left: Bool, _ right: Bool) -> Bool { left || right }
}
