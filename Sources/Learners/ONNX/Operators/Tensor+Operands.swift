/// What operators ask of the tensors they are given.
extension Tensor {
  /// The elements as floats; whole numbers are converted.
  func floats(node: String) throws(LearnerError) -> [Float] {
    switch elements {
    case .floats(let floats): floats
    case .int64s(let int64s): int64s.map { Float($0) }
    case .strings: throw typeError(node: node)
    }
  }

  /// The elements as whole numbers; floats lose their fraction.
  func int64s(node: String) throws(LearnerError) -> [Int64] {
    switch elements {
    case .int64s(let int64s): int64s
    case .floats(let floats): floats.map(Self.truncated)
    case .strings: throw typeError(node: node)
    }
  }

  /// Rows and columns of a table: a single axis is one row.
  func table(node: String) throws(LearnerError) -> (rows: Int, columns: Int) {
    switch shape.count {
    case 1: (1, shape[0])
    case 2: (shape[0], shape[1])
    default: throw .brokenONNX(.node(node, .inputShapes([shape])))
    }
  }

  func typeError(node: String) -> LearnerError {
    .brokenONNX(.node(node, .inputType(elements.type.name)))
  }

  // What x86-64 gives for a number that no Int64 is: the lowest one. onnxruntime relies on it.
  private static func truncated(_ float: Float) -> Int64 {
    Int64(exactly: float.rounded(.towardZero)) ?? .min
  }
}

/// Checks that every input is a number.
func expectNumbers(_ inputs: [ElementType], node: String) throws(LearnerError) {
  guard let text = inputs.first(where: { $0 == .string }) else { return }
  throw .brokenONNX(.node(node, .inputType(text.name)))
}
