/// Weighted sums of the columns, in double precision: what linear models have in common.
struct LinearOperator: DoubleOperator {
  /// The weights of the first sum, then those of the second.
  let coefficients: [Double]
  /// One for each sum.
  let intercepts: [Double]

  private var width: Int { coefficients.count / intercepts.count }

  var rowLength: Int { intercepts.count }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, _) = try inputs[0].table(node: node)
    let cells = try inputs[0].doubles(node: node)
    let width = width
    var sums: [Double] = []
    sums.reserveCapacity(rows * intercepts.count)
    for row in 0..<rows {
      for (index, intercept) in intercepts.enumerated() {
        let sum = product(cells, row * width, coefficients, index * width, width) + intercept
        // scikit-learn refuses rows that lack a number.
        guard sum.isFinite else { throw .unfitONNXInput(.notFinite(node: node)) }
        sums.append(sum)
      }
    }
    return [Tensor(.doubles(sums), shape: [rows, intercepts.count])]
  }

  // Four sums side by side: in one, every addition would wait for the last.
  private func product(
    _ a: [Double], _ aStart: Int, _ b: [Double], _ bStart: Int, _ count: Int
  ) -> Double {
    var sums = SIMD4<Double>.zero
    var index = 0
    while index + 4 <= count {
      let (at, bt) = (aStart + index, bStart + index)
      let cells = SIMD4(a[at], a[at + 1], a[at + 2], a[at + 3])
      let weights = SIMD4(b[bt], b[bt + 1], b[bt + 2], b[bt + 3])
      sums += cells * weights
      index += 4
    }
    var rest = 0.0
    while index < count {
      rest += a[aStart + index] * b[bStart + index]
      index += 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
  }
}
