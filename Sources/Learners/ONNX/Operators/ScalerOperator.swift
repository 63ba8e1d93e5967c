/// Moves and scales every column: (x - offset) · scale, in single precision.
///
/// Source: ONNX operators, `ai.onnx.ml.Scaler`.
struct ScalerOperator: ONNXOperator {
  private let offsets: [Float]
  private let scales: [Float]

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    offsets = try attributes.required(try attributes.floats("offset"), "offset")
    scales = try attributes.required(try attributes.floats("scale"), "scale")
    if offsets.isEmpty { throw attributes.misfit("offset") }
    if scales.count != offsets.count { throw attributes.misfit("scale") }
  }

  var rowLength: Int { offsets.count }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    guard offsets.count == columns || offsets.count == 1 else {
      throw .brokenONNX(.node(node, .attributeValue("offset")))
    }
    let offsets = spread(offsets, columns)
    let scales = spread(scales, columns)
    var floats = try inputs[0].floats(node: node)
    for row in 0..<rows {
      let start = row * columns
      for column in 0..<columns {
        floats[start + column] = (floats[start + column] - offsets[column]) * scales[column]
      }
    }
    return [Tensor(.floats(floats), shape: inputs[0].shape)]
  }

  private func spread(_ values: [Float], _ columns: Int) -> [Float] {
    values.count == columns ? values : Array(repeating: values[0], count: columns)
  }
}
