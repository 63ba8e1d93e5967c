import Testing

@testable import Learners

/// Every product is compared with the same sums over the matrix written out in full.
@Suite struct `A padded design` {
  @Test(arguments: Shape.all)
  func `multiplies as the matrix written out does`(shape: Shape) {
    let design = shape.design(seed: 1)
    let padded = PaddedDesign(design)
    var draws = SeededDraws(seed: 2)
    let coefficients = (0..<design.featureCount).map { _ in draws.nextNumber() }
    let found = padded.product(padded.padded(coefficients: coefficients, intercept: 0.5))
    let expected = writtenOut(design).map { row in product(row, coefficients + [0.5]) }
    #expect(agree(found, expected, relative: 0, absolute: 1e-13))
    #expect(
      agree(
        design.product(coefficients, adding: 0.5), expected, relative: 0, absolute: 1e-13))
  }

  @Test(arguments: Shape.all)
  func `sums its rows as the matrix written out does`(shape: Shape) {
    let design = shape.design(seed: 3)
    let padded = PaddedDesign(design)
    let (rows, weights) = (writtenOut(design), self.weights(design.rowCount))
    let found = padded.transposedProduct(weights)
    let expected = (0...design.featureCount).map { column in
      product(weights, rows.map { $0[column] })
    }
    let close = agree(
      padded.coefficients(in: found) + [found[padded.interceptIndex]], expected, relative: 0,
      absolute: 1e-10)
    #expect(close)
    #expect(found[padded.width - 1] == 0, "rows that set no level have no coefficient")
  }

  @Test(arguments: Shape.all)
  func `has the Gram matrix of the matrix written out`(shape: Shape) {
    let design = shape.design(seed: 4)
    let padded = PaddedDesign(design)
    let (rows, weights) = (writtenOut(design), self.weights(design.rowCount))
    let gram = padded.gram(weights)
    let places = padded.places
    for (first, place) in places.enumerated() {
      for (second, other) in places.enumerated() where other <= place {
        var expected = 0.0
        for (row, weight) in zip(rows, weights) { expected += weight * row[first] * row[second] }
        #expect(abs(gram[place * padded.width + other] - expected) < 1e-9)
      }
    }
    let diagonal = (0..<padded.width).map { gram[$0 * padded.width + $0] }
    #expect(agree(padded.squaredColumns(weights), diagonal, relative: 0, absolute: 1e-9))
  }

  private func weights(_ count: Int) -> [Double] {
    var draws = SeededDraws(seed: 5)
    return (0..<count).map { _ in abs(draws.nextNumber()) }
  }
}

/// How large a matrix is; the row counts stand on both sides of a group of four and of a block.
struct Shape: Sendable, CustomTestStringConvertible {
  let rows: Int
  let numbers: Int
  let levels: [Int]

  static let all = [
    Shape(rows: 1, numbers: 1, levels: []), Shape(rows: 4, numbers: 0, levels: [3]),
    Shape(rows: 7, numbers: 3, levels: [2, 1]), Shape(rows: 30, numbers: 4, levels: [5, 2, 3]),
    Shape(rows: PaddedDesign.blockRows + 1, numbers: 2, levels: [2, 2]),
    Shape(rows: 50, numbers: 9, levels: []),
  ]

  var testDescription: String { "\(rows) × (\(numbers) + \(levels))" }

  /// Drawn numbers, and drawn levels of which some rows have none.
  func design(seed: UInt64) -> DesignMatrix {
    var draws = SeededDraws(seed: seed)
    var codes: [Int32] = []
    for _ in 0..<rows {
      var offset = numbers
      for count in levels {
        let level = draws.next(below: count + 1)
        codes.append(level == count ? -1 : Int32(offset + level))
        offset += count
      }
    }
    return DesignMatrix(
      rowCount: rows, denseCount: numbers,
      dense: (0..<rows * numbers).map { _ in draws.nextNumber() }, categoricalCount: levels.count,
      codes: codes, featureCount: numbers + levels.reduce(0, +))
  }
}

/// Each row with all its zeros, and the intercept's 1 at its end.
private func writtenOut(_ design: DesignMatrix) -> [[Double]] {
  (0..<design.rowCount).map { row in
    var full = [Double](repeating: 0, count: design.featureCount) + [1]
    for feature in 0..<design.denseCount {
      full[feature] = design.dense[row * design.denseCount + feature]
    }
    for position in 0..<design.categoricalCount {
      let code = design.codes[row * design.categoricalCount + position]
      if code >= 0 { full[Int(code)] = 1 }
    }
    return full
  }
}

extension PaddedDesign {
  /// Where each feature stands in a vector, and last the intercept.
  fileprivate var places: [Int] {
    let numbered = (0..<width).map(Double.init)
    return coefficients(in: numbered).map { Int($0) } + [interceptIndex]
  }
}
