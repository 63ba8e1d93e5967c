/// What operators ask of the tensors they are given.
extension Tensor {
  /// The elements as floats; whole numbers are converted, truth is 1.
  func floats(node: String) throws(LearnerError) -> [Float] {
    switch elements {
    case .floats(let floats): floats
    case .doubles(let doubles): doubles.map { Float($0) }
    case .int64s(let int64s): int64s.map { Float($0) }
    case .bools(let bools): bools.map { $0 ? 1 : 0 }
    case .strings: throw typeError(node: node)
    }
  }

  /// The elements as doubles; whole numbers are converted, truth is 1.
  func doubles(node: String) throws(LearnerError) -> [Double] {
    switch elements {
    case .doubles(let doubles): doubles
    case .floats(let floats): floats.map { Double($0) }
    case .int64s(let int64s): int64s.map { Double($0) }
    case .bools(let bools): bools.map { $0 ? 1 : 0 }
    case .strings: throw typeError(node: node)
    }
  }

  /// The elements as whole numbers; floats lose their fraction, truth is 1.
  func int64s(node: String) throws(LearnerError) -> [Int64] {
    switch elements {
    case .int64s(let int64s): int64s
    case .floats(let floats): floats.map { Self.truncated(Double($0)) }
    case .doubles(let doubles): doubles.map(Self.truncated)
    case .bools(let bools): bools.map { $0 ? 1 : 0 }
    case .strings: throw typeError(node: node)
    }
  }

  /// The elements as true and false: a number is true unless it is 0.
  func bools(node: String) throws(LearnerError) -> [Bool] {
    switch elements {
    case .bools(let bools): bools
    case .floats(let floats): floats.map { $0 != 0 }
    case .doubles(let doubles): doubles.map { $0 != 0 }
    case .int64s(let int64s): int64s.map { $0 != 0 }
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
  static func truncated(_ number: Double) -> Int64 {
    Int64(exactly: number.rounded(.towardZero)) ?? .min
  }
}

/// Checks that every input is a number.
func expectNumbers(_ inputs: [ElementType], node: String) throws(LearnerError) {
  try expect(any: [.float, .double, .int64], of: inputs, node: node)
}

/// Checks that every input is a number that may have a fraction.
func expectFractions(_ inputs: [ElementType], node: String) throws(LearnerError) {
  try expect(any: [.float, .double], of: inputs, node: node)
}

/// Checks that every input has elements of one type, whichever it is.
func expectOneType(_ inputs: [ElementType], node: String) throws(LearnerError) {
  try expect(inputs[0], of: inputs, node: node)
}

/// Checks that every input has elements of this type.
func expect(_ type: ElementType, of inputs: [ElementType], node: String) throws(LearnerError) {
  try expect(any: [type], of: inputs, node: node)
}

/// Checks that every input has elements of one of these types.
func expect(
  any types: [ElementType], of inputs: [ElementType], node: String
) throws(LearnerError) {
  guard let other = inputs.first(where: { !types.contains($0) }) else { return }
  throw .brokenONNX(.node(node, .inputType(other.name)))
}
