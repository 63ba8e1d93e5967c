/// A number for each row of a table, the same for rows with the same cells and label.
///
/// Two different rows have the same number with a chance of 2⁻⁶⁴: among a million rows, once in ten
/// million tables. The tables must be parts of one, so that a level has the same code in each.
struct RowDigests {
  private(set) var values: [UInt64]

  /// - Complexity: One pass over the cells, column by column.
  init(_ table: Table, labels: [Int]) {
    values = labels.map { Self.mixed(UInt64(truncatingIfNeeded: $0)) }
    for column in table.columns {
      switch column.values {
      case .numbers(let numbers):
        // 0 and -0 are one number, and so is every NaN: a missing cell.
        for row in numbers.indices {
          add(numbers[row].isNaN ? .max : (numbers[row] + 0).bitPattern, to: row)
        }
      case .categories(let codes, _):
        for row in codes.indices { add(UInt64(bitPattern: Int64(codes[row])), to: row) }
      }
    }
  }

  private mutating func add(_ cell: UInt64, to row: Int) {
    values[row] = Self.mixed(values[row] ^ Self.mixed(cell))
  }

  /// The step of SplitMix64, which sends different numbers to different ones.
  ///
  /// Source: Steele, Lea and Flood (2014), *Fast splittable pseudorandom number generators*.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
