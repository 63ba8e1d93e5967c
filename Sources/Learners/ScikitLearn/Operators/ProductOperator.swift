/// Products of columns: what `PolynomialFeatures` makes.
struct ProductOperator: DoubleOperator {
  /// The columns of each product, in order; none for 1.
  let terms: [[Int]]

  var rowLength: Int { terms.count }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let cells = try inputs[0].doubles(node: node)
    let shape = [rows, terms.count]
    var products: [Double] = []
    products.reserveCapacity(try Tensor.boundedCount(of: shape, node: node))
    for row in 0..<rows {
      for term in terms {
        // Higher powers are made of lower ones, from the last column on.
        var product = term.last.map { cells[row * columns + $0] } ?? 1
        for column in term.dropLast().reversed() { product *= cells[row * columns + column] }
        products.append(product)
      }
    }
    return [Tensor(.doubles(products), shape: shape)]
  }
}
