/// Puts a column's own value where a value is missing.
///
/// Source: ONNX operators, `ai.onnx.ml.Imputer`.
struct ImputerOperator: ONNXOperator {
  private enum Fills: Sendable {
    case floats([Float], missing: Float)
    case integers([Int64], missing: Int64)
  }

  private let fills: Fills
  private let width: Int

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let floats = try attributes.floats("imputed_value_floats") ?? []
    let integers = try attributes.ints("imputed_value_int64s") ?? []
    let missingFloat = try attributes.float("replaced_value_float") ?? 0
    let missingInteger = try attributes.int("replaced_value_int64") ?? 0
    width = max(floats.count, integers.count)
    guard floats.isEmpty != integers.isEmpty else {
      throw attributes.misfit("imputed_value_floats")
    }
    fills =
      floats.isEmpty
      ? .integers(integers, missing: missingInteger) : .floats(floats, missing: missingFloat)
  }

  var rowLength: Int { width }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    if case .floats = fills {
      try expect(.float, of: inputs, node: node)
    } else {
      try expect(.int64, of: inputs, node: node)
    }
    return inputs
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let columns = try inputs[0].table(node: node).columns
    guard width == columns || width == 1 else {
      throw .brokenONNX(.node(node, .attributeValue("imputed_value_floats")))
    }
    let elements: Tensor.Elements =
      switch fills {
      case .floats(let fills, let missing) where missing.isNaN:
        .floats(filled(try inputs[0].floats(node: node), fills, columns, where: \.isNaN))
      case .floats(let fills, let missing):
        .floats(filled(try inputs[0].floats(node: node), fills, columns) { $0 == missing })
      case .integers(let fills, let missing):
        .int64s(filled(try inputs[0].int64s(node: node), fills, columns) { $0 == missing })
      }
    return [Tensor(elements, shape: inputs[0].shape)]
  }

  private func filled<Number>(
    _ numbers: [Number], _ fills: [Number], _ columns: Int, where isMissing: (Number) -> Bool
  ) -> [Number] {
    var numbers = numbers
    for place in numbers.indices where isMissing(numbers[place]) {
      numbers[place] = fills[fills.count == 1 ? 0 : place % columns]
    }
    return numbers
  }
}
