/// Makes a table: the axes before one become rows, the others columns.
///
/// Source: ONNX operators, `Flatten`.
struct FlattenOperator: ONNXOperator {
  private let axis: Int64

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? 1
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(for inputs: [ElementType], node: String) -> [ElementType] { inputs }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = inputs[0].shape
    let isBehind = axis == Int64(shape.count)
    guard let axis = isBehind ? shape.count : inputs[0].axis(axis) else {
      throw .brokenONNX(.node(node, .inputShapes([shape])))
    }
    let table = [shape[..<axis].reduce(1, *), shape[axis...].reduce(1, *)]
    return [Tensor(inputs[0].elements, shape: table)]
  }
}
