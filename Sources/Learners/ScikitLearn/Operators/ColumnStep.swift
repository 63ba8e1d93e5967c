internal import Glibc

/// What is done to the numbers of each column by themselves; lists have one number a column.
enum ColumnStep: Sendable {
  /// Puts a number where one is missing: NaN, or the number that stands for it.
  case fill(missing: Double, with: [Double])
  case subtract([Double])
  case divide([Double])
  case multiply([Double])
  case add([Double])
  case clamp(ClosedRange<Double>)
  /// 1 where a number is missing, 0 elsewhere.
  case flag(missing: Double)
  /// 1 above the threshold, 0 elsewhere.
  case exceed(Double)
  case function(NumpyFunction)
  /// How many of the edges of a column are not above a number; these ascend.
  case bins([[Double]])
  /// The power transformation of Yeo and Johnson (2000), with the lambda of each column.
  case yeoJohnson([Double])
  /// The power transformation of Box and Cox (1964), of numbers above 0.
  case boxCox([Double])
  /// Leaves the known numbers, after these are cut to a byte as scikit-learn does on x86-64, where what is
  /// too large becomes 0; others become NaN. `nil` for a column that is left as it is.
  case categories([Set<Int>?])

  /// Changes a table of `width` columns in place.
  func run(_ cells: inout [Double], width: Int) {
    switch self {
    case .fill(let missing, let fills):
      each(&cells, width) { Self.is($0, missing) ? fills[$1] : $0 }
    case .subtract(let numbers): each(&cells, width) { $0 - numbers[$1] }
    case .divide(let numbers): each(&cells, width) { $0 / numbers[$1] }
    case .multiply(let numbers): each(&cells, width) { $0 * numbers[$1] }
    case .add(let numbers): each(&cells, width) { $0 + numbers[$1] }
    case .clamp(let range):
      // NaN is in no order and stays.
      each(&cells, width) { cell, _ in
        cell < range.lowerBound
          ? range.lowerBound : cell > range.upperBound ? range.upperBound : cell
      }
    case .flag(let missing): each(&cells, width) { cell, _ in Self.is(cell, missing) ? 1 : 0 }
    case .exceed(let threshold): each(&cells, width) { cell, _ in cell > threshold ? 1 : 0 }
    case .function(let function): each(&cells, width) { cell, _ in function(cell) }
    case .bins(let edges):
      each(&cells, width) { cell, column in Double(edges[column].count { $0 <= cell }) }
    case .yeoJohnson(let powers): each(&cells, width) { Self.yeoJohnson($0, powers[$1]) }
    case .boxCox(let powers): each(&cells, width) { Self.boxCox($0, powers[$1]) }
    case .categories(let known): each(&cells, width) { Self.category($0, known[$1]) }
    }
  }

  @inline(__always)
  private func each(_ cells: inout [Double], _ width: Int, _ change: (Double, Int) -> Double) {
    for start in stride(from: 0, to: cells.count, by: width) {
      for column in 0..<width { cells[start + column] = change(cells[start + column], column) }
    }
  }

  private static func `is`(_ cell: Double, _ missing: Double) -> Bool {
    missing.isNaN ? cell.isNaN : cell == missing
  }

  private static func yeoJohnson(_ cell: Double, _ power: Double) -> Double {
    // A number that is missing stays so.
    cell < 0 ? -boxCox(ofOneAnd: -cell, 2 - power) : boxCox(ofOneAnd: cell, power)
  }

  private static func boxCox(_ cell: Double, _ power: Double) -> Double {
    // scikit-learn refuses rows with other numbers.
    guard cell > 0 else { return .nan }
    return power == 0 ? log(cell) : expm1(power * log(cell)) / power
  }

  /// What Box and Cox make of 1 more than a number.
  private static func boxCox(ofOneAnd cell: Double, _ power: Double) -> Double {
    abs(power) < Double.ulpOfOne ? log1p(cell) : expm1(power * log1p(cell)) / power
  }

  private static func category(_ cell: Double, _ known: Set<Int>?) -> Double {
    guard let known else { return cell }
    guard cell >= 0 else { return .nan }
    let byte = (Int32(exactly: cell.rounded(.down)) ?? 0) & 255
    return known.contains(Int(byte)) ? Double(byte) : .nan
  }
}
