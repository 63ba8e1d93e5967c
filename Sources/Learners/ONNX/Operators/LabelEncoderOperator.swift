/// Turns texts into whole numbers by a table.
///
/// Text is compared byte for byte; of two equal keys the first holds, as in onnxruntime.
///
/// Source: ONNX operators, `ai.onnx.ml.LabelEncoder`.
struct LabelEncoderOperator: ONNXOperator {
  private let values: [UTF8Key: Int64]
  private let otherwise: Int64

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let keys = try attributes.strings("keys_strings")
    let numbers = try attributes.ints("values_int64s")
    otherwise = try attributes.int("default_int64") ?? -1
    // Exporters write the defaults of the other element types along.
    _ = try attributes.string("default_string")
    _ = try attributes.float("default_float")
    guard let keys, let numbers else {
      throw .unsupportedONNX(
        .attribute("a table other than", value: "text to int64", node: attributes.node))
    }
    guard keys.count == numbers.count else { throw attributes.misfit("values_int64s") }
    values = Dictionary(zip(keys.map { UTF8Key($0) }, numbers)) { first, _ in first }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.string, of: inputs, node: node)
    return [.int64]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    guard case .strings(let codes, let levels) = inputs[0].elements else {
      throw inputs[0].typeError(node: node)
    }
    func number(_ text: String) -> Int64 { values[UTF8Key(text)] ?? otherwise }
    let missing = number("")
    let encoded: [Int64]
    if codes.count < levels.count {
      encoded = codes.map { $0 < 0 ? missing : number(levels[Int($0)]) }
    } else {
      let numbers = levels.map(number)
      encoded = codes.map { $0 < 0 ? missing : numbers[Int($0)] }
    }
    return [Tensor(.int64s(encoded), shape: inputs[0].shape)]
  }
}
