import Testing

@testable import Learners

/// What scikit-learn learns from a small table; written by make_learning_fixtures.py.
struct LearningFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let train: String
  let labels: [Int]
  let weights: [Double]?
  let inverseRegularization: Double
  let query: String
  let featureNames: [String]
  let medians: [Double]
  let means: [Double]
  let scales: [Double]
  let coefficients: [Double]
  let intercept: Double
  let probabilities: [Double]

  var testDescription: String { name }
}

/// What scikit-learn measures of a few scores; written by make_learning_fixtures.py.
struct MetricsFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let scores: [Double]
  let labels: [Int]
  let threshold: Double
  let areaUnderROC: Double
  let averagePrecision: Double
  let logLoss: Double
  let brierScore: Double
  let f1: Double
  let precision: Double
  let recall: Double
  let accuracy: Double
  let confusionMatrix: [[Int]]

  var testDescription: String { name }
}

/// A fixture's table: a header of `name:n` and `name:c` cells, then rows; an empty cell is missing.
func table(_ text: String) -> Table {
  let lines = text.split(separator: "\n").map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  let rows = lines.dropFirst()
  let columns = (lines.first ?? []).enumerated().map { index, cell in
    let head = cell.split(separator: ":")
    let cells = rows.map { $0[index] }
    let name = String(head[0])
    return head[1] == "n"
      ? numeric(name, cells.map { Double($0) ?? .nan }) : categorical(name, cells)
  }
  return Table(columns: columns, rowCount: rows.count)
}

/// A column of numbers; NaN is a missing cell.
func numeric(_ name: String, _ numbers: [Double]) -> Column {
  Column(name: name, type: .real, values: .numbers(numbers))
}

/// A column of text; an empty string is a missing cell.
func categorical(_ name: String, _ cells: [String]) -> Column {
  var levels: [String] = []
  let codes = cells.map { cell -> Int32 in
    if cell.isEmpty { return -1 }
    if let code = levels.firstIndex(where: { $0.utf8.elementsEqual(cell.utf8) }) {
      return Int32(code)
    }
    levels.append(cell)
    return Int32(levels.count - 1)
  }
  return Column(name: name, type: .categorical, values: .categories(codes: codes, levels: levels))
}

/// Whether two arrays agree to `relative` of each expected number, or to `absolute`.
func agree(
  _ found: [Double], _ expected: [Double], relative: Double, absolute: Double = 0
) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { abs($0 - $1) <= max(relative * abs($1), absolute) }
}
