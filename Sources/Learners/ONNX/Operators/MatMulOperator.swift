/// The product of tables: of the last two axes, for every entry of the axes before them.
///
/// A single axis is a row on the left and a column on the right.
///
/// Source: ONNX operators, `MatMul`, which is NumPy's `matmul`.
struct MatMulOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let layout = try Layout(inputs[0], inputs[1], node: node)
    let elements: Tensor.Elements =
      if inputs[0].elements.type == .float {
        .floats(
          layout.product(try inputs[0].floats(node: node), try inputs[1].floats(node: node)))
      } else {
        .doubles(
          layout.product(try inputs[0].doubles(node: node), try inputs[1].doubles(node: node)))
      }
    return [Tensor(elements, shape: layout.shape)]
  }

  /// Which table of the left meets which of the right.
  private struct Layout {
    let shape: [Int]
    private let table: MatrixProduct
    private let count: Int
    private let lefts: StridedPlaces
    private let rights: StridedPlaces

    init(_ left: Tensor, _ right: Tensor, node: String) throws(LearnerError) {
      let misfit = LearnerError.brokenONNX(.node(node, .inputShapes([left.shape, right.shape])))
      let leftShape = left.shape.count == 1 ? [1] + left.shape : left.shape
      let rightShape = right.shape.count == 1 ? right.shape + [1] : right.shape
      guard leftShape.count >= 2, rightShape.count >= 2,
        let inner = leftShape.last, inner == rightShape[rightShape.count - 2]
      else { throw misfit }
      table = MatrixProduct(
        rows: leftShape[leftShape.count - 2], inner: inner,
        columns: rightShape[rightShape.count - 1]
      )
      let outer = try Self.outer(leftShape, rightShape, misfit)
      count = try Tensor.boundedCount(of: outer + [table.rows, table.columns], node: node)
      shape =
        outer + (left.shape.count == 1 ? [] : [table.rows])
        + (right.shape.count == 1 ? [] : [table.columns])
      lefts = Self.places(leftShape, outer)
      rights = Self.places(rightShape, outer)
    }

    private static func outer(
      _ left: [Int], _ right: [Int], _ misfit: LearnerError
    ) throws(LearnerError) -> [Int] {
      let rank = max(left.count, right.count) - 2
      let first = Array(repeating: 1, count: rank + 2 - left.count) + left.dropLast(2)
      let second = Array(repeating: 1, count: rank + 2 - right.count) + right.dropLast(2)
      guard zip(first, second).allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else {
        throw misfit
      }
      return zip(first, second).map { $0 == 1 ? $1 : $0 }
    }

    private static func places(_ shape: [Int], _ outer: [Int]) -> StridedPlaces {
      let full = Array(repeating: 1, count: outer.count + 2 - shape.count) + shape
      let steps = zip(full, Tensor.strides(of: full)).map { $0 == 1 ? 0 : $1 }
      return StridedPlaces(outer, steps: Array(steps.dropLast(2)))
    }

    func product<Number: MathNumber>(_ left: [Number], _ right: [Number]) -> [Number] {
      var product = [Number](repeating: 0, count: count)
      if count == 0 { return product }
      for (index, (leftStart, rightStart)) in zip(lefts, rights).enumerated() {
        table.add(
          left, leftStart, right, rightStart, to: &product, index * table.rows * table.columns)
      }
      return product
    }
  }
}
