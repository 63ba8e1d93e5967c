import Testing

@testable import Learners

@Suite struct `A Cholesky factor` {
  /// By hand: [4 2; 2 3] x = [8 7] has the solution [1.25 1.5]. What is above the diagonal is not
  /// read.
  @Test func `solves`() throws {
    let factor = try #require(CholeskyFactor([4, .nan, 2, 3], width: 2))
    #expect(agree(factor.solve([8, 7]), [1.25, 1.5], relative: 1e-15))
  }

  @Test(arguments: [1, 7, 8, 9, 40])
  func `solves what the matrix made`(width: Int) throws {
    var draws = SeededDraws(seed: UInt64(width))
    let root = (0..<width * width).map { _ in draws.nextNumber() }
    var matrix = [Double](repeating: 0, count: width * width)
    for row in 0..<width {
      for column in 0..<width {
        for k in 0..<width {
          matrix[row * width + column] += root[row * width + k] * root[column * width + k]
        }
      }
      matrix[row * width + row] += 1
    }
    let solution = (0..<width).map { _ in draws.nextNumber() }
    let right = (0..<width).map { product(Array(matrix[$0 * width..<($0 + 1) * width]), solution) }
    let factor = try #require(CholeskyFactor(matrix, width: width))
    #expect(agree(factor.solve(right), solution, relative: 0, absolute: 1e-12))
  }

  @Test(arguments: [
    [1, 1, 1, 1], [0, 0, 0, 1], [1, 2, 2, 1], [1, 0, .infinity, 1], [.nan, 0, 0, 1],
  ])
  func `is not there for a matrix that is singular, indefinite or not finite`(matrix: [Double]) {
    #expect(CholeskyFactor(matrix, width: 2).map { _ in true } == nil)
  }
}
