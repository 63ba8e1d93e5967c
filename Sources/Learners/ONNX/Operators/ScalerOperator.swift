/// Moves and scales every column: (x - offset) · scale, in the precision of the input; what comes
/// out are floats.
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
    let columns = try inputs[0].table(node: node).columns
    guard offsets.count == columns || offsets.count == 1 else {
      throw .brokenONNX(.node(node, .attributeValue("offset")))
    }
    let floats: [Float] =
      switch inputs[0].elements {
      case .doubles(let doubles): scaled(doubles, columns).map { Float($0) }
      default: scaled(try inputs[0].floats(node: node), columns)
      }
    return [Tensor(.floats(floats), shape: inputs[0].shape)]
  }

  private func scaled<Number: BinaryFloatingPoint>(
    _ numbers: [Number], _ columns: Int
  ) -> [Number] {
    var numbers = numbers
    let offsets = spread(offsets, columns).map { Number($0) }
    let scales = spread(scales, columns).map { Number($0) }
    for start in stride(from: 0, to: numbers.count, by: max(columns, 1)) {
      for column in 0..<columns {
        numbers[start + column] = (numbers[start + column] - offsets[column]) * scales[column]
      }
    }
    return numbers
  }

  private func spread(_ values: [Float], _ columns: Int) -> [Float] {
    values.count == columns ? values : Array(repeating: values[0], count: columns)
  }
}
