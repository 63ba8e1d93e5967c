/// Where the largest or the smallest number along an axis stands, the first of equal ones or the last.
///
/// Source: ONNX operators, `ArgMax` and `ArgMin`.
struct ArgMaxOperator<Order: NumberComparison>: ONNXOperator {
  private let axis: Int64
  private let keepsAxis: Bool
  private let takesLast: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? 0
    keepsAxis = try attributes.int("keepdims") ?? 1 != 0
    takesLast = try attributes.int("select_last_index") ?? 0 != 0
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [.int64]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    guard let axis = input.axis(axis), input.shape[axis] > 0 else {
      throw .brokenONNX(.node(node, .inputShapes([input.shape])))
    }
    var shape = input.shape
    if keepsAxis { shape[axis] = 1 } else { shape.remove(at: axis) }
    let winners =
      switch input.elements {
      case .floats(let floats): winners(floats, input.shape[axis], input.lengths(around: axis))
      case .doubles(let doubles): winners(doubles, input.shape[axis], input.lengths(around: axis))
      default:
        winners(
          try input.int64s(node: node), input.shape[axis], input.lengths(around: axis))
      }
    return [Tensor(.int64s(winners), shape: shape)]
  }

  private func winners<Number: Comparable>(
    _ numbers: [Number], _ length: Int, _ around: (outer: Int, inner: Int)
  ) -> [Int64] {
    var winners: [Int64] = []
    winners.reserveCapacity(around.outer * around.inner)
    for block in 0..<around.outer {
      for offset in 0..<around.inner {
        let start = block * length * around.inner + offset
        var best = start
        for index in 1..<length {
          let place = start + index * around.inner
          let isBetter = Order.holds(numbers[place], numbers[best])
          if isBetter || (takesLast && numbers[place] == numbers[best]) { best = place }
        }
        winners.append(Int64((best - start) / around.inner))
      }
    }
    return winners
  }
}
