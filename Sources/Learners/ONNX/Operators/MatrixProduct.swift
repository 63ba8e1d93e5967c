/// The product of two tables, one after the other in lists of numbers.
struct MatrixProduct {
  let rows: Int
  let inner: Int
  let columns: Int

  /// Adds the product of the table of `left` at one place and that of `right` at another to `product` at
  /// a third.
  func add<Number: MathNumber>(
    _ left: [Number], _ leftStart: Int, _ right: [Number], _ rightStart: Int,
    to product: inout [Number], _ start: Int
  ) {
    for row in 0..<rows {
      for index in 0..<inner {
        let factor = left[leftStart + row * inner + index]
        let rightRow = rightStart + index * columns
        let productRow = start + row * columns
        for column in 0..<columns {
          let place = productRow + column
          product[place] = product[place].fused(factor, right[rightRow + column])
        }
      }
    }
  }
}
