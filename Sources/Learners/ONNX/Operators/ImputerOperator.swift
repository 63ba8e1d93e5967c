/// Puts a column's own value where a value is missing.
///
/// Source: ONNX operators, `ai.onnx.ml.Imputer`.
struct ImputerOperator: ONNXOperator {
  private let fills: [Float]
  private let missing: Float

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let name = "imputed_value_floats"
    fills = try attributes.required(try attributes.floats(name), name)
    missing = try attributes.float("replaced_value_float") ?? 0
    if fills.isEmpty { throw attributes.misfit(name) }
  }

  var rowLength: Int { fills.count }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    guard fills.count == columns || fills.count == 1 else {
      throw .brokenONNX(.node(node, .attributeValue("imputed_value_floats")))
    }
    var floats = try inputs[0].floats(node: node)
    let fills = fills.count == columns ? fills : Array(repeating: fills[0], count: columns)
    for row in 0..<rows {
      let start = row * columns
      for column in 0..<columns where isMissing(floats[start + column]) {
        floats[start + column] = fills[column]
      }
    }
    return [Tensor(.floats(floats), shape: inputs[0].shape)]
  }

  private func isMissing(_ float: Float) -> Bool {
    missing.isNaN ? float.isNaN : float == missing
  }
}
