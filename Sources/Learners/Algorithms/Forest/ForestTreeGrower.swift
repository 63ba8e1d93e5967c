/// Grows one tree of a forest, each decision on columns drawn anew.
struct ForestTreeGrower<Statistics: LeafStatistics> {
  private let table: BinnedTable
  private var statistics: Statistics
  private let minSamplesLeaf: Int
  private let maxDepth: Int
  private let drawn: Int
  private var rows: RowPartition
  private var spareRows: RowPartition
  private var generator: SeededGenerator
  private var columns: [Int]

  /// A leaf that may yet be divided.
  private struct Open {
    var node: Int
    var depth: Int
    var rows: Range<Int>
    var spareRows: Range<Int>
    var sum: Statistics.Sum
  }

  /// - Parameters:
  ///   - parameters: of the forest.
  ///   - target: what is to be told.
  ///   - forest: what every tree learns from.
  ///   - drawn: how many columns a decision looks at.
  ///   - number: the tree's, from 0.
  init(
    parameters: RandomForest, target: some ForestTarget<Statistics>, rows forest: ForestRows,
    drawn: Int, number: Int
  ) {
    table = forest.table
    // Numbers far apart make generators that have nothing in common.
    generator = SeededGenerator(
      seed: parameters.seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(number + 1))
    var times = [UInt32](repeating: 0, count: table.rowCount)
    for row in forest.learned {
      let chosen =
        parameters.bootstrap
        ? forest.learned[generator.number(below: forest.learned.count)] : row
      times[Int(chosen)] += 1
    }
    statistics = target.statistics(
      of: forest, times: times, minSamplesLeaf: parameters.minSamplesLeaf)
    rows = RowPartition(forest.learned.filter { times[Int($0)] > 0 })
    spareRows = RowPartition(forest.learned.filter { times[Int($0)] == 0 })
    minSamplesLeaf = parameters.minSamplesLeaf
    maxDepth = parameters.maxDepth ?? .max
    self.drawn = drawn
    columns = Array(0..<table.columnCount)
  }

  /// Grows the tree.
  mutating func grow() -> GrownTree {
    var grown = GrownTree(importances: [Double](repeating: 0, count: table.columnCount))
    var open = [
      Open(
        node: 0, depth: 0, rows: rows.rows.indices, spareRows: spareRows.rows.indices,
        sum: statistics.sum(of: rows.rows[...]))
    ]
    while let leaf = open.popLast() {
      if let split = bestSplit(leaf) {
        grown.importances[split.column] += split.gain
        let node = grown.tree.split(leaf.node, column: split.column, by: split.rule)
        open += divide(leaf, node, split)
      } else {
        grown.tree.number(leaf: leaf.node, grown.spareRanges.count)
        grown.tree.values += statistics.answer(leaf.sum)
        grown.spareRanges.append(leaf.spareRows)
      }
    }
    grown.spareRows = spareRows.rows
    let all = grown.importances.reduce(0, +)
    if all > 0 { grown.importances = grown.importances.map { $0 / all } }
    return grown
  }

  /// The best split by one of the drawn columns; where none divides the leaf, by the next that does.
  private mutating func bestSplit(_ leaf: Open) -> Split<Statistics.Sum>? {
    guard leaf.depth < maxDepth, leaf.rows.count >= 2 * minSamplesLeaf,
      statistics.isMixed(rows.rows[leaf.rows], leaf.sum)
    else { return nil }
    var best: Split<Statistics.Sum>?
    var examined = 0
    while examined < columns.count, examined < drawn || best == nil {
      let wanted = max(drawn, examined + 1)
      let group = examined..<min(examined + ColumnHistograms.width, wanted)
      for place in group {
        columns.swapAt(place, place + generator.number(below: columns.count - place))
      }
      let split = statistics.bestSplit(by: columns[group], of: rows.rows[leaf.rows], leaf.sum)
      if let split, split.gain > best?.gain ?? 0 { best = split }
      examined = group.upperBound
    }
    return best
  }

  private mutating func divide(
    _ leaf: Open, _ node: Int, _ split: Split<Statistics.Sum>
  ) -> [Open] {
    let middle = rows.split(
      leaf.rows, of: table, column: split.column, leftBins: split.leftBins)
    let spare = spareRows.split(
      leaf.spareRows, of: table, column: split.column, leftBins: split.leftBins)
    return [
      Open(
        node: node, depth: leaf.depth + 1, rows: leaf.rows.lowerBound..<middle,
        spareRows: leaf.spareRows.lowerBound..<spare, sum: split.left),
      Open(
        node: node + 1, depth: leaf.depth + 1, rows: middle..<leaf.rows.upperBound,
        spareRows: spare..<leaf.spareRows.upperBound,
        sum: statistics.rest(of: leaf.sum, without: split.left)),
    ]
  }
}
