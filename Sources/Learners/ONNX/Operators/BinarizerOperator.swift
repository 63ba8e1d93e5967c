/// 1 for every number above a threshold, 0 for the others.
///
/// Source: ONNX operators, `ai.onnx.ml.Binarizer`.
struct BinarizerOperator: ONNXOperator {
  private let threshold: Float

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    threshold = try attributes.float("threshold") ?? 0
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let floats = try inputs[0].floats(node: node)
    if floats.contains(where: \.isNaN) {
      throw .unfitONNXInput(.notANumber("NaN", node: node))
    }
    return [Tensor(.floats(floats.map { $0 > threshold ? 1 : 0 }), shape: inputs[0].shape)]
  }
}
