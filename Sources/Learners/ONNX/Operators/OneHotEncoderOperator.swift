/// Turns every number into as many as there are categories: 1 at its own, 0 elsewhere.
///
/// Adds an axis at the end. Of two equal categories the last holds, as in onnxruntime.
///
/// Source: ONNX operators, `ai.onnx.ml.OneHotEncoder`.
struct OneHotEncoderOperator: ONNXOperator {
  private let positions: [Int64: Int]
  /// Whether every category is its own position, as where a LabelEncoder comes before.
  private let isPlain: Bool
  private let width: Int
  private let takesUnknown: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    guard let categories = try attributes.ints("cats_int64s") else {
      throw .unsupportedONNX(
        .attribute("categories other than", value: "int64", node: attributes.node))
    }
    takesUnknown = try attributes.int("zeros") ?? 1 != 0
    width = categories.count
    positions = Dictionary(zip(categories, categories.indices)) { _, last in last }
    isPlain = categories.elementsEqual(0..<Int64(categories.count))
    if width == 0 { throw attributes.misfit("cats_int64s") }
  }

  var rowLength: Int { width }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = inputs[0].shape + [width]
    let count = try Tensor.boundedCount(of: shape, node: node)
    var floats = [Float](repeating: 0, count: count)
    for (row, category) in try inputs[0].int64s(node: node).enumerated() {
      if let position = position(category) {
        floats[row * width + position] = 1
      } else if !takesUnknown {
        throw .unfitONNXInput(.unknownCategory(category, node: node))
      }
    }
    return [Tensor(.floats(floats), shape: shape)]
  }

  private func position(_ category: Int64) -> Int? {
    guard isPlain else { return positions[category] }
    return category >= 0 && category < Int64(width) ? Int(category) : nil
  }
}
