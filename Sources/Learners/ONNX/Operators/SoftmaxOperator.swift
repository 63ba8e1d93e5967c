/// e^x of every float over the sum along the last axis.
///
/// Source: ONNX operators, `Softmax`, from version 13 on.
struct SoftmaxOperator: ONNXOperator {
  private let axis: Int64

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? -1
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    guard let axis = input.axis(axis) else {
      throw .brokenONNX(.node(node, .inputShapes([input.shape])))
    }
    guard axis == input.shape.count - 1 else {
      throw .unsupportedONNX(.attribute("axis", value: String(self.axis), node: node))
    }
    if input.elements.count == 0 { return [input] }
    let scores = ONNXScoreTransform.softmax.perClass(
      try input.floats(node: node), classes: input.shape[axis])
    return [Tensor(.floats(scores), shape: input.shape)]
  }
}
