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

  private static func category(_ cell: Double, _ known: Set<Int>?) -> Double {
    guard let known else { return cell }
    guard cell >= 0 else { return .nan }
    let byte = (Int32(exactly: cell.rounded(.down)) ?? 0) & 255
    return known.contains(Int(byte)) ? Double(byte) : .nan
  }
}
