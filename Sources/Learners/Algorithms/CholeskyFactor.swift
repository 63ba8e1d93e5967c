/// The lower triangular `L` with `L Lᵀ = A` of a symmetric positive definite matrix.
///
/// Source: Golub & Van Loan, *Matrix Computations*, 4th ed., section 4.2.
struct CholeskyFactor {
  private let width: Int
  private var lower: [Double]

  /// Factors; `nil` when a pivot is lost in rounding: the matrix is then singular, or not finite.
  ///
  /// - Parameters:
  ///   - matrix: `width` × `width`, row by row; only the lower triangle is read.
  ///   - width: how many rows and columns there are.
  /// - Complexity: O(`width`³ / 3).
  init?(_ matrix: [Double], width: Int) {
    precondition(matrix.count == width * width, "the matrix is square")
    self.width = width
    lower = matrix
    let tiny = Double(width) * Double.ulpOfOne
    for row in 0..<width {
      for column in 0..<row {
        let rest = lower[row * width + column] - dot(row, column, count: column)
        lower[row * width + column] = rest / lower[column * width + column]
      }
      let diagonal = lower[row * width + row]
      let pivot = diagonal - dot(row, row, count: row)
      guard pivot > tiny * diagonal, pivot.isFinite else { return nil }
      lower[row * width + row] = pivot.squareRoot()
    }
  }

  /// The `x` with `A x = right`.
  ///
  /// - Complexity: O(`width`²).
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<width {
      var sum = x[row]
      for column in 0..<row { sum -= lower[row * width + column] * x[column] }
      x[row] = sum / lower[row * width + row]
    }
    for row in (0..<width).reversed() {
      x[row] /= lower[row * width + row]
      let value = x[row]
      for column in 0..<row { x[column] -= lower[row * width + column] * value }
    }
    return x
  }

  /// The product of the first `count` entries of two lines. Eight running sums, since one would
  /// wait for itself.
  private func dot(_ first: Int, _ second: Int, count: Int) -> Double {
    lower.withUnsafeBufferPointer { lower in
      let left = first * width
      let right = second * width
      var even = SIMD4<Double>.zero
      var odd = SIMD4<Double>.zero
      var index = 0
      while index + 8 <= count {
        even += load(lower, left + index) * load(lower, right + index)
        odd += load(lower, left + index + 4) * load(lower, right + index + 4)
        index += 8
      }
      var sum = (even + odd).sum()
      while index < count {
        sum += lower[left + index] * lower[right + index]
        index += 1
      }
      return sum
    }
  }

  @inline(__always)
  private func load(_ values: UnsafeBufferPointer<Double>, _ index: Int) -> SIMD4<Double> {
    SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3])
  }
}
