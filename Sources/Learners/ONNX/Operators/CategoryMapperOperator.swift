/// Turns texts into the whole numbers that stand for them, or back.
///
/// Source: ONNX operators, `ai.onnx.ml.CategoryMapper`.
struct CategoryMapperOperator: ONNXOperator {
  private let toNumbers: ValueTable
  private let toTexts: ValueTable

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let texts = try attributes.required(try attributes.strings("cats_strings"), "cats_strings")
    let numbers = try attributes.required(try attributes.ints("cats_int64s"), "cats_int64s")
    guard texts.count == numbers.count else { throw attributes.misfit("cats_int64s") }
    let otherText = try attributes.string("default_string") ?? "_Unused"
    let otherNumber = try attributes.int("default_int64") ?? -1
    toNumbers = ValueTable(keys: .strings(texts: texts), values: .int64s(numbers + [otherNumber]))
    toTexts = ValueTable(keys: .int64s(numbers), values: .strings(texts: texts + [otherText]))
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(any: [.string, .int64], of: inputs, node: node)
    return [inputs[0] == .string ? .int64 : .string]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let table = inputs[0].elements.type == .string ? toNumbers : toTexts
    return [Tensor(try table.values(of: inputs[0], node: node), shape: inputs[0].shape)]
  }
}
