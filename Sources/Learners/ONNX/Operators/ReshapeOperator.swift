/// Lays the same elements out over other axes: 0 keeps the length of an axis unless it is meant as it
/// stands, -1 takes what is left.
///
/// Source: ONNX operators, `Reshape`.
struct ReshapeOperator: ONNXOperator {
  private let allowsZero: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    allowsZero = try attributes.int("allowzero") ?? 0 != 0
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: [inputs[1]], node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let wanted = try inputs[1].int64s(node: node)
    guard
      let shape = shape(inputs[0].shape, wanted),
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
  private func shape(_ old: [Int], _ wanted: [Int64]) -> [Int]? {
    var shape: [Int] = []
    var rest = old
    var openAxis: Int?
    for (axis, length) in wanted.enumerated() {
      switch length {
      case 0 where allowsZero: shape.append(0)
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
    let fixed = zip(shape, wanted).map { $1 == 0 && !allowsZero ? 1 : $0 }
    guard
      let left = Tensor.count(of: rest), let known = Tensor.count(of: fixed), known > 0,
      left % known == 0
    else { return nil }
    shape[openAxis] = left / known
    return shape
  }
}
