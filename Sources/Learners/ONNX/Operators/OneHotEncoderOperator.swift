/// Turns every number or text into as many numbers as there are categories: 1 at its own, 0 elsewhere.
///
/// Adds an axis at the end. Of two equal categories the last holds, as in onnxruntime.
///
/// Source: ONNX operators, `ai.onnx.ml.OneHotEncoder`.
struct OneHotEncoderOperator: ONNXOperator {
  private enum Positions: Sendable {
    case integers([Int64: Int])
    /// Every category is its own position, as where a LabelEncoder comes before.
    case plain
    case texts([UTF8Key: Int])
  }

  private let positions: Positions
  private let width: Int
  private let takesUnknown: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let integers = try attributes.ints("cats_int64s") ?? []
    let texts = try attributes.strings("cats_strings") ?? []
    takesUnknown = try attributes.int("zeros") ?? 1 != 0
    width = max(integers.count, texts.count)
    guard integers.isEmpty != texts.isEmpty else { throw attributes.misfit("cats_int64s") }
    if integers.isEmpty {
      positions = .texts(
        Dictionary(zip(texts.map(UTF8Key.init), texts.indices)) { _, last in last })
    } else if integers.elementsEqual(0..<Int64(integers.count)) {
      positions = .plain
    } else {
      positions = .integers(Dictionary(zip(integers, integers.indices)) { _, last in last })
    }
  }

  var rowLength: Int { width }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    if case .texts = positions {
      try expect(.string, of: inputs, node: node)
    } else {
      try expectNumbers(inputs, node: node)
    }
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = inputs[0].shape + [width]
    let count = try Tensor.boundedCount(of: shape, node: node)
    var floats = [Float](repeating: 0, count: count)
    if case .texts(let positions) = positions {
      try mark(texts: inputs[0], positions, in: &floats, node: node)
    } else {
      for (row, category) in try inputs[0].int64s(node: node).enumerated() {
        if let position = position(category) {
          floats[row * width + position] = 1
        } else if !takesUnknown {
          throw .unfitONNXInput(.unknownCategory(category, node: node))
        }
      }
    }
    return [Tensor(.floats(floats), shape: shape)]
  }

  private func position(_ category: Int64) -> Int? {
    if case .integers(let positions) = positions { return positions[category] }
    return category >= 0 && category < Int64(width) ? Int(category) : nil
  }

  private func mark(
    texts: Tensor, _ positions: [UTF8Key: Int], in floats: inout [Float], node: String
  ) throws(LearnerError) {
    guard case .strings(let codes, let levels) = texts.elements else {
      throw texts.typeError(node: node)
    }
    let empty = positions[UTF8Key("")]
    // Where there are fewer texts than levels, most levels are of other batches.
    let known = codes.count < levels.count ? [] : levels.map { positions[UTF8Key($0)] }
    for (row, code) in codes.enumerated() {
      let level = Int(code)
      let position =
        level < 0 ? empty : known.isEmpty ? positions[UTF8Key(levels[level])] : known[level]
      if let position {
        floats[row * width + position] = 1
      } else if !takesUnknown {
        throw .unfitONNXInput(.unknownValue(level < 0 ? "" : levels[level], node: node))
      }
    }
  }
}
