/// Numbers of an array with their axes, row by row.
struct PickledMatrix: Sendable {
  let shape: [Int]
  let numbers: [Double]

  /// Rows and columns: a single axis is one row.
  var table: (rows: Int, columns: Int)? {
    switch shape.count {
    case 0: (1, 1)
    case 1: (1, shape[0])
    case 2: (shape[0], shape[1])
    default: nil
    }
  }
}
