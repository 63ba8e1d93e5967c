/// Lays the same elements out over other axes: 0 keeps the length of an axis, -1 takes what is left.
///
/// Source: ONNX operators, `Reshape`.
struct ReshapeOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    guard try attributes.int("allowzero") ?? 0 == 0 else {
      throw .unsupportedONNX(.attribute("allowzero", value: "1", node: attributes.node))
    }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: [inputs[1]], node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let wanted = try inputs[1].int64s(node: node)
    guard
      let shape = Self.shape(inputs[0].shape, wanted),
      Tensor.count(of: shape) == inputs[0].elements.count
    else {
      throw .brokenONNX(.node(node, .inputShapes([inputs[0].shape, wanted.map { Int($0) }])))
    }
    return [Tensor(inputs[0].elements, shape: shape)]
  }

  /// The new shape, or `nil` when there is none.
  ///
  /// The axes that 0 keeps count on neither side when -1 is worked out, so that a batch of no rows
  /// keeps its other axes.
  private static func shape(_ old: [Int], _ wanted: [Int64]) -> [Int]? {
    var shape: [Int] = []
    var rest = old
    var openAxis: Int?
    for (axis, length) in wanted.enumerated() {
      switch length {
      case 0:
        guard axis < old.count else { return nil }
        shape.append(old[axis])
        rest[axis] = 1
      case -1:
        guard openAxis == nil else { return nil }
        openAxis = axis
        shape.append(1)
      case 1...: shape.append(Int(length))
      default: return nil
      }
    }
    guard let openAxis else { return shape }
    let fixed = zip(shape, wanted).map { $1 == 0 ? 1 : $0 }
    guard
      let left = Tensor.count(of: rest), let known = Tensor.count(of: fixed), known > 0,
      left % known == 0
    else { return nil }
    shape[openAxis] = left / known
    return shape
  }
}
