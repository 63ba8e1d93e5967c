/// The product of two tables of floats.
///
/// Source: ONNX operators, `MatMul`, for two axes.
struct MatMulOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (left, right) = (inputs[0], inputs[1])
    guard left.shape.count == 2, right.shape.count == 2, left.shape[1] == right.shape[0] else {
      throw .brokenONNX(.node(node, .inputShapes([left.shape, right.shape])))
    }
    let shape = [left.shape[0], right.shape[1]]
    let (inner, width) = (right.shape[0], right.shape[1])
    var product = [Float](repeating: 0, count: try Tensor.boundedCount(of: shape, node: node))
    let (rows, columns) = (try left.floats(node: node), try right.floats(node: node))
    for row in 0..<shape[0] {
      for index in 0..<inner {
        let factor = rows[row * inner + index]
        for column in 0..<width {
          product[row * width + column] += factor * columns[index * width + column]
        }
      }
    }
    return [Tensor(.floats(product), shape: shape)]
  }
}
