/// Weighted sums of the columns, in double precision: what linear models have in common.
struct LinearOperator: DoubleOperator {
  /// The weights of the first sum, then those of the second.
  let coefficients: [Double]
  /// One for each sum.
  let intercepts: [Double]

  private var width: Int { coefficients.count / intercepts.count }

  var rowLength: Int { intercepts.count }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let cells = try inputs[0].doubles(node: node)
    guard columns == width else { throw .unfitONNXInput(.shape(node, found: inputs[0].shape)) }
    let sums = sums(of: cells, rows: rows)
    // scikit-learn refuses rows that lack a number.
    guard sums.allSatisfy(\.isFinite) else { throw .unfitONNXInput(.notFinite(node: node)) }
    return [Tensor(.doubles(sums), shape: [rows, intercepts.count])]
  }

  private func sums(of cells: [Double], rows: Int) -> [Double] {
    let width = width
    return Array(unsafeUninitializedCapacity: rows * intercepts.count) { sums, count in
      cells.withUnsafeBytes { cells in
        coefficients.withUnsafeBytes { weights in
          for row in 0..<rows {
            for (index, intercept) in intercepts.enumerated() {
              let product = Self.product(cells, row * width, weights, index * width, width)
              sums.initializeElement(at: count, to: product + intercept)
              count += 1
            }
          }
        }
      }
    }
  }

  // Four sums side by side: in one, every addition would wait for the last.
  @inline(__always)
  private static func product(
    _ a: UnsafeRawBufferPointer, _ aStart: Int, _ b: UnsafeRawBufferPointer, _ bStart: Int,
    _ count: Int
  ) -> Double {
    let (a, b) = (Numbers(bytes: a, start: aStart), Numbers(bytes: b, start: bStart))
    var sums = SIMD4<Double>.zero
    var index = 0
    while index + 4 <= count {
      sums += a.four(index) * b.four(index)
      index += 4
    }
    var rest = 0.0
    while index < count {
      rest += a.one(index) * b.one(index)
      index += 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
  }

  /// Doubles in memory, from one of them on.
  private struct Numbers {
    let bytes: UnsafeRawBufferPointer
    let start: Int

    @inline(__always)
    func one(_ index: Int) -> Double {
      bytes.loadUnaligned(fromByteOffset: (start &+ index) &* 8, as: Double.self)
    }

    @inline(__always)
    func four(_ index: Int) -> SIMD4<Double> {
      bytes.loadUnaligned(fromByteOffset: (start &+ index) &* 8, as: SIMD4<Double>.self)
    }
  }
}
