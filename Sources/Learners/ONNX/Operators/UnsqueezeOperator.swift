/// Puts axes of length 1 in; their numbers are those that they get.
///
/// Source: ONNX operators, `Unsqueeze`.
struct UnsqueezeOperator: ONNXOperator {
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
    var shape = inputs[0].shape
    let rank = shape.count + axes.count(inputs)
    guard let axes = try axes.axes(inputs, rank: rank, node: node) else {
      throw .brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    }
    for axis in axes.sorted() { shape.insert(1, at: axis) }
    return [Tensor(inputs[0].elements, shape: shape)]
  }
}
