/// Gives its input another name: only training drops numbers.
///
/// Source: ONNX operators, `Dropout` in inference.
struct DropoutOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    // How many numbers training drops, and which.
    _ = try attributes.float("ratio")
    _ = try attributes.int("seed")
    guard attributes.place(ofInput: 2) == nil else {
      throw .unsupportedONNX(
        .attribute("training_mode", value: "an input", node: attributes.node))
    }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) -> [Tensor] { [inputs[0]] }
}
