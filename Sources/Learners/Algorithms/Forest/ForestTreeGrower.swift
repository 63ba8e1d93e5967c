/// Grows one tree of a forest, each decision on columns drawn anew.
struct ForestTreeGrower {
  private let table: BinnedTable
  private let search: SplitSearch
  private let statistics: [GradientSum]
  private let maxDepth: Int
  private let drawn: Int
  private var rows: RowPartition
  private var spareRows: RowPartition
  private var generator: SeededGenerator
  private var columns: [Int]
  private var histogram: ColumnHistograms

  /// A tree, and what was seen when it grew.
  struct Grown: Sendable {
    var tree = Tree()
    /// For each column its share of what all decisions made purer; they add up to 1, or all are 0.
    var importances: [Double]
    /// The rows that the tree did not learn from.
    var spareRows: [UInt32] = []
    /// Which of them end in each leaf.
    var spareRanges: [Range<Int>] = []
  }

  /// A leaf that may yet be divided.
  private struct Open {
    var node: Int
    var depth: Int
    var rows: Range<Int>
    var spareRows: Range<Int>
    var sums: SplitSearch.Leaf
  }

  init(parameters: RandomForest, rows forest: ForestRows, number: Int) {
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
    let (units, sums) = forest.statistics(times: times)
    statistics = sums
    rows = RowPartition(forest.learned.filter { times[Int($0)] > 0 })
    spareRows = RowPartition(forest.learned.filter { times[Int($0)] == 0 })
    search = SplitSearch(
      units: units, binner: table.binner,
      criterion: parameters.criterion == .gini ? .gini : .entropy,
      minSamplesLeaf: parameters.minSamplesLeaf,
      directions: [Int](repeating: 0, count: table.columnCount), isConstrained: false)
    maxDepth = parameters.maxDepth ?? .max
    drawn = parameters.maxFeatures.number(of: table.columnCount)
    columns = Array(0..<table.columnCount)
    histogram = ColumnHistograms()
  }

  /// Grows the tree.
  mutating func grow() -> Grown {
    var grown = Grown(importances: [Double](repeating: 0, count: table.columnCount))
    var total = GradientSum.zero
    for row in rows.rows { total &+= statistics[Int(row)] }
    var open = [
      Open(
        node: 0, depth: 0, rows: rows.rows.indices, spareRows: spareRows.rows.indices,
        sums: SplitSearch.Leaf(total: total, bounds: Bounds()))
    ]
    while let leaf = open.popLast() {
      if let split = bestSplit(leaf) {
        grown.importances[split.column] += split.gain
        let node = grown.tree.split(leaf.node, column: split.column, by: split.rule)
        open += divide(leaf, node, split)
      } else {
        grown.tree.number(leaf: leaf.node, grown.tree.values.count)
        grown.tree.values.append(search.answer(leaf.sums))
        grown.spareRanges.append(leaf.spareRows)
      }
    }
    grown.spareRows = spareRows.rows
    let all = grown.importances.reduce(0, +)
    if all > 0 { grown.importances = grown.importances.map { $0 / all } }
    return grown
  }

  /// The best split by one of the drawn columns; where none divides the leaf, by the next that does.
  private mutating func bestSplit(_ leaf: Open) -> Split? {
    guard leaf.depth < maxDepth, leaf.rows.count >= 2 * search.minSamplesLeaf, isMixed(leaf) else {
      return nil
    }
    var best: Split?
    var examined = 0
    while examined < columns.count, examined < drawn || best == nil {
      let wanted = max(drawn, examined + 1)
      let group = examined..<min(examined + ColumnHistograms.width, wanted)
      for place in group {
        columns.swapAt(place, place + generator.number(below: columns.count - place))
      }
      histogram.sumUp(
        columns[group], of: table, rows.rows[leaf.rows], statistics)
      for (slot, place) in group.enumerated() {
        let split = histogram.withBins(slot, of: table.binner.inputs[columns[place]]) {
          search.best(columns[place], $0, of: leaf.sums)
        }
        if let split, split.gain > best?.gain ?? 0 { best = split }
      }
      examined = group.upperBound
    }
    return best
  }

  /// Whether the leaf has rows of both labels.
  private func isMixed(_ leaf: Open) -> Bool {
    let positive = search.units.gradient(leaf.sums.total)
    return positive > 0 && positive < search.units.hessian(leaf.sums.total)
  }

  private mutating func divide(_ leaf: Open, _ node: Int, _ split: Split) -> [Open] {
    let middle = rows.split(
      leaf.rows, of: table, column: split.column, leftBins: split.leftBins)
    let spare = spareRows.split(
      leaf.spareRows, of: table, column: split.column, leftBins: split.leftBins)
    let (left, right) = search.divide(leaf.sums, by: split)
    return [
      Open(
        node: node, depth: leaf.depth + 1, rows: leaf.rows.lowerBound..<middle,
        spareRows: leaf.spareRows.lowerBound..<spare, sums: left),
      Open(
        node: node + 1, depth: leaf.depth + 1, rows: middle..<leaf.rows.upperBound,
        spareRows: spare..<leaf.spareRows.upperBound, sums: right),
    ]
  }
}
