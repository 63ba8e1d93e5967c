/// Picks entries along an axis by their numbers; a negative one counts from the end.
///
/// Source: ONNX operators, `Gather`.
struct GatherOperator: ONNXOperator {
  private let axis: Int64

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? 0
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: [inputs[1]], node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (data, indices) = (inputs[0], inputs[1])
    guard let axis = data.axis(axis) else {
      throw .brokenONNX(.node(node, .inputShapes([data.shape, indices.shape])))
    }
    let shape = Array(data.shape[..<axis]) + indices.shape + Array(data.shape[(axis + 1)...])
    _ = try Tensor.boundedCount(of: shape, node: node)
    let length = Int64(data.shape[axis])
    let picks = try data.picks(
      try indices.int64s(node: node).map { $0 < 0 ? $0 &+ length : $0 }, axis: axis,
      stated: indices, node: node)
    return [Tensor(data.gathered(picks, axis: axis), shape: shape)]
  }
}
