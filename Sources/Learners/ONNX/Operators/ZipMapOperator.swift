/// Names the scores of each row by their labels. Here the scores stay a table, whose columns the labels
/// name in their order.
///
/// Source: ONNX operators, `ai.onnx.ml.ZipMap`.
struct ZipMapOperator: ONNXOperator {
  private let labels: ONNXClassLabels

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    labels = try ONNXClassLabels(&attributes, integersName: "classlabels_int64s")
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? {
    ONNXClassOrigin(labels: labels, areSums: input?.areSums == true, isMap: true)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    guard columns == labels.count else {
      throw .brokenONNX(.node(node, .inputShapes([inputs[0].shape])))
    }
    return [Tensor(inputs[0].elements, shape: [rows, columns])]
  }
}
