import Testing

@testable import Learners

@Suite struct `Conjugate gradients` {
  /// In exact arithmetic as many products as coordinates are enough; the matrix is the second
  /// difference, whose solution for a right-hand side of ones is i (n + 1 - i) / 2.
  @Test func `need no more products than there are coordinates`() {
    let count = 20
    var products = 0
    let found = conjugateGradients(
      right: [Double](repeating: 1, count: count), diagonal: [Double](repeating: 2, count: count),
      tolerance: 1e-12
    ) { vector in
      products += 1
      return vector.indices.map { index in
        let before = index > 0 ? vector[index - 1] : 0
        let after = index + 1 < count ? vector[index + 1] : 0
        return 2 * vector[index] - before - after
      }
    }
    let expected = (1...count).map { Double($0 * (count + 1 - $0)) / 2 }
    #expect(agree(found, expected, relative: 1e-10))
    #expect(products <= count)
  }

  @Test func `leave a coordinate without curvature where it is`() {
    let found = conjugateGradients(right: [6, 5], diagonal: [2, 0], tolerance: 1e-12) {
      [2 * $0[0], 0]
    }
    #expect(found == [3, 0])
  }
}
