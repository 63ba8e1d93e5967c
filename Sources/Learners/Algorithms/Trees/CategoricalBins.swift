/// The bins of a categorical column: one a level, and one for every other cell.
struct CategoricalBins: Sendable, Equatable {
  /// The levels that have a bin; a missing cell counts as the level after them.
  let input: CategoricalInput

  /// The column's name.
  var name: String { input.name }

  /// Keeps the `maxBins` most frequent levels, of equally frequent ones the first by their bytes.
  init(fitting codes: [Int32], levels: [String], name: String, maxBins: Int) {
    var counts = [Int](repeating: 0, count: levels.count)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    let frequent = levels.indices.filter { counts[$0] > 0 }.sorted { first, second in
      counts[first] != counts[second]
        ? counts[first] > counts[second] : precedesByBytes(levels[first], levels[second])
    }
    let kept = frequent.prefix(maxBins).map { levels[$0] }
    input = CategoricalInput(
      name: name, levels: kept.sorted(by: precedesByBytes), missingIsLevel: true)
  }

  /// For each of a table's own levels, and at the end for a missing cell, its bin.
  func bins(of levels: [String]) -> [UInt8] {
    let other = Int32(input.levels.count)
    return input.features(of: levels, offset: 0).map { UInt8($0 < 0 ? other : $0) }
  }
}
