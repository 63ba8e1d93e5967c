/// Puts axes into another order; without one, the last first.
///
/// Source: ONNX operators, `Transpose`.
struct TransposeOperator: ONNXOperator {
  private let order: [Int64]?

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    order = try attributes.ints("perm")
  }

  func outputTypes(for inputs: [ElementType], node: String) -> [ElementType] { inputs }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    let axes = order?.map { Int(clamping: $0) } ?? input.shape.indices.reversed()
    guard axes.count == input.shape.count, axes.sorted() == Array(input.shape.indices) else {
      throw .brokenONNX(.node(node, .attributeValue("perm")))
    }
    return [input.transposed(axes)]
  }
}

extension Tensor {
  /// The tensor with its axes in another order.
  ///
  /// - Precondition: `axes` holds the number of each axis once.
  func transposed(_ axes: [Int]) -> Tensor {
    let (lengths, strides) = (self.shape, self.strides)
    let shape = axes.map { lengths[$0] }
    let places = StridedPlaces(shape, steps: axes.map { strides[$0] })
    return Tensor(elements.picked(places), shape: shape)
  }
}
