/// Gives its input another name.
///
/// Source: ONNX operators, `Identity`.
struct IdentityOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(for inputs: [ElementType], node: String) -> [ElementType] { inputs }

  func run(_ inputs: [Tensor], node: String) -> [Tensor] { inputs }
}
