@testable import Learners

/// A seeded stream of whole numbers, the same as in make_learning_fixtures.py.
///
/// Source: Steele, Lea & Flood (2014), *Fast splittable pseudorandom number generators*: SplitMix64.
struct SeededDraws {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number in `0..<bound`.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// A number in -1..<1, in steps of a millionth.
  mutating func nextNumber() -> Double {
    Double(next(below: 2_000_000) - 1_000_000) / 1_000_000
  }
}

/// 2,000 rows of a number and three columns of 500 levels: more features than are factored.
func wideTable() -> (table: Table, labels: [Int]) {
  var draws = SeededDraws(seed: 7)
  var labels: [Int] = []
  var values: [Double] = []
  var codes: [[Int32]] = [[], [], []]
  for row in 0..<2000 {
    let drawn =
      row < 500
      ? [row, row, row] : [row % 500, draws.next(below: 500), draws.next(below: 500)]
    let value = Double(draws.next(below: 1000)) / 100
    let chance = 20 + drawn[0] % 5 * 12 + (value > 5 ? 12 : 0)
    labels.append(draws.next(below: 100) < chance ? 1 : 0)
    values.append(value)
    for column in 0..<3 { codes[column].append(Int32(drawn[column])) }
  }
  let levels = (0..<500).map { code in
    String(repeating: "0", count: 3 - "\(code)".count) + "\(code)"
  }
  let categories = zip(["a", "b", "c"], codes).map { name, codes in
    Column(name: name, type: .categorical, values: .categories(codes: codes, levels: levels))
  }
  return (Table(columns: [numeric("value", values)] + categories, rowCount: 2000), labels)
}
