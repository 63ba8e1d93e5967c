/// Makes the numbers of each row, along the axes from one on, have mean 0 and variance 1, and scales and
/// shifts each of them.
///
/// Source: ONNX operators, `LayerNormalization`, as onnxruntime's `layer_norm_impl.cc` computes it.
struct LayerNormalizationOperator: ONNXOperator {
  private let axis: Int64
  private let epsilon: Float

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? -1
    epsilon = try attributes.float("epsilon") ?? 1e-5
    // The precision of mean and variance, which is that of the numbers or a higher one.
    _ = try attributes.int("stash_type")
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.float, of: inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = inputs[0].shape
    guard let axis = inputs[0].axis(axis) else {
      throw .brokenONNX(.node(node, .inputShapes([shape])))
    }
    let length = shape[axis...].reduce(1, *)
    guard inputs[1...].allSatisfy({ $0.elements.count == length }) else {
      throw .brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    }
    var numbers = try inputs[0].floats(node: node)
    let scales = try inputs[1].floats(node: node)
    let shifts =
      inputs.count > 2
      ? try inputs[2].floats(node: node) : [Float](repeating: 0, count: length)
    for start in stride(from: 0, to: numbers.count, by: max(length, 1)) {
      let row = start..<start + length
      let mean = numbers[row].reduce(0, +) / Float(length)
      let variance = numbers[row].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(length)
      let deviation = (variance + epsilon).squareRoot()
      for (place, index) in row.enumerated() {
        numbers[index] = (numbers[index] - mean) / deviation * scales[place] + shifts[place]
      }
    }
    return [Tensor(.floats(numbers), shape: shape)]
  }
}
