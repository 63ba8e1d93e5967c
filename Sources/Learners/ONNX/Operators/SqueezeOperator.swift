/// Leaves axes of length 1 out: those that are named, or all.
///
/// Source: ONNX operators, `Squeeze`.
struct SqueezeOperator: ONNXOperator {
  private let axes: AxesParameter

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axes = try AxesParameter(&attributes, inputFrom: 13)
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try axes.check(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = inputs[0].shape
    let axes =
      try axes.axes(inputs, rank: shape.count, node: node)
      ?? shape.indices.filter { shape[$0] == 1 }
    guard axes.allSatisfy({ shape[$0] == 1 }) else {
      throw .brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    }
    let rest = shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
    return [Tensor(inputs[0].elements, shape: rest)]
  }
}
