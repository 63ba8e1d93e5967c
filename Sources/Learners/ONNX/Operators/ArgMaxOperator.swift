/// Where the largest float along an axis stands, the first of equal ones.
///
/// Source: ONNX operators, `ArgMax`.
struct ArgMaxOperator: ONNXOperator {
  private let axis: Int64
  private let keepsAxis: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? 0
    keepsAxis = try attributes.int("keepdims") ?? 1 != 0
    guard try attributes.int("select_last_index") ?? 0 == 0 else {
      throw .unsupportedONNX(
        .attribute("select_last_index", value: "1", node: attributes.node))
    }
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
    let length = input.shape[axis]
    let (outer, inner) = input.lengths(around: axis)
    let floats = try input.floats(node: node)
    var shape = input.shape
    if keepsAxis { shape[axis] = 1 } else { shape.remove(at: axis) }
    var winners: [Int64] = []
    winners.reserveCapacity(outer * inner)
    for block in 0..<outer {
      for offset in 0..<inner {
        let start = block * length * inner + offset
        var best = 0
        for index in 1..<length where floats[start + index * inner] > floats[start + best * inner] {
          best = index
        }
        winners.append(Int64(best))
      }
    }
    return [Tensor(.int64s(winners), shape: shape)]
  }
}
