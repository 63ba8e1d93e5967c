/// e^x of every number over the sum along an axis. Up to operator set 12 all axes from the named one on
/// count as one.
///
/// Source: ONNX operators, `Softmax`.
struct SoftmaxOperator: ONNXOperator {
  private let axis: Int64
  private let isFlat: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    isFlat = attributes.version < 13
    axis = try attributes.int("axis") ?? (isFlat ? 1 : -1)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    return inputs
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    let (length, inner) = try lengths(input, node: node)
    if input.elements.count == 0 { return [input] }
    let elements: Tensor.Elements =
      switch input.elements {
      case .doubles(let doubles): .doubles(Self.shares(doubles, length, inner))
      default: .floats(Self.shares(try input.floats(node: node), length, inner))
      }
    return [Tensor(elements, shape: input.shape)]
  }

  /// How many numbers add up to 1, and how far apart they stand.
  private func lengths(_ input: Tensor, node: String) throws(LearnerError) -> (Int, Int) {
    // Behind all axes, each number is an axis of its own.
    if isFlat, axis == Int64(input.shape.count) { return (1, 1) }
    guard let axis = input.axis(axis) else {
      throw .brokenONNX(.node(node, .inputShapes([input.shape])))
    }
    let (length, inner) = (input.shape[axis], input.lengths(around: axis).inner)
    return isFlat ? (length * inner, 1) : (length, inner)
  }

  private static func shares<Number: MathNumber>(
    _ numbers: [Number], _ length: Int, _ inner: Int
  ) -> [Number] {
    var shares = numbers
    for block in stride(from: 0, to: numbers.count, by: length * inner) {
      for offset in 0..<inner {
        let places = stride(
          from: block + offset, to: block + offset + length * inner, by: inner)
        let maximum = places.reduce(-Number.infinity) { max($0, numbers[$1]) }
        var total: Number = 0
        for place in places {
          shares[place] = (numbers[place] - maximum).exponential
          total += shares[place]
        }
        for place in places { shares[place] /= total }
      }
    }
    return shares
  }
}
