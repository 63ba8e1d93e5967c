/// alpha · A · B + beta · C of tables, either of which may lie on its side.
///
/// Source: ONNX operators, `Gemm`.
struct GemmOperator: ONNXOperator {
  private let alpha: Float
  private let beta: Float
  private let isTransposed: (left: Bool, right: Bool)

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    alpha = try attributes.float("alpha") ?? 1
    beta = try attributes.float("beta") ?? 1
    isTransposed = (
      try attributes.int("transA") ?? 0 != 0, try attributes.int("transB") ?? 0 != 0
    )
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let misfit = LearnerError.brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    guard inputs[0].shape.count == 2, inputs[1].shape.count == 2 else { throw misfit }
    let left = isTransposed.left ? inputs[0].transposed([1, 0]) : inputs[0]
    let right = isTransposed.right ? inputs[1].transposed([1, 0]) : inputs[1]
    guard left.shape[1] == right.shape[0] else { throw misfit }
    let table = MatrixProduct(
      rows: left.shape[0], inner: left.shape[1], columns: right.shape[1])
    let shape = [table.rows, table.columns]
    let count = try Tensor.boundedCount(of: shape, node: node)
    let offsets = try offsets(inputs, shape, misfit, node: node)
    let elements: Tensor.Elements =
      if left.elements.type == .float {
        .floats(
          sum(
            table, try left.floats(node: node), try right.floats(node: node),
            try offsets?.floats(node: node), count))
      } else {
        .doubles(
          sum(
            table, try left.doubles(node: node), try right.doubles(node: node),
            try offsets?.doubles(node: node), count))
      }
    return [Tensor(elements, shape: shape)]
  }

  /// C with one number for each of the product's.
  private func offsets(
    _ inputs: [Tensor], _ shape: [Int], _ misfit: LearnerError, node: String
  ) throws(LearnerError) -> Tensor? {
    guard inputs.count == 3 else { return nil }
    let broadcast = try Broadcast([shape, inputs[2].shape], node: node)
    guard broadcast.shape == shape else { throw misfit }
    return Tensor(broadcast.spread(inputs[2].elements, of: 1), shape: shape)
  }

  private func sum<Number: MathNumber>(
    _ table: MatrixProduct, _ left: [Number], _ right: [Number], _ offsets: [Number]?, _ count: Int
  ) -> [Number] {
    var product = [Number](repeating: 0, count: count)
    table.add(left, 0, right, 0, to: &product, 0)
    if alpha != 1 { for index in product.indices { product[index] *= Number(alpha) } }
    if let offsets, beta != 0 {
      for index in product.indices { product[index] += Number(beta) * offsets[index] }
    }
    return product
  }
}
