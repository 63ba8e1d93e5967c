internal import Glibc

/// 1 / (1 + e^-x) of every float.
///
/// Source: ONNX operators, `Sigmoid`.
struct SigmoidOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let floats = try inputs[0].floats(node: node).map(Self.sigmoid)
    return [Tensor(.floats(floats), shape: inputs[0].shape)]
  }

  /// Far below 0, e^-x is infinite and the answer 0, as it should be.
  static func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
}
