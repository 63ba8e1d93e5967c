/// Leaves answer with a mean: of the numbers to predict, or of labels 0 and 1, which is the share of
/// label 1.
struct MeanTarget: ForestTarget {
  private let values: [Double]
  private let criterion: SplitCriterion
  private let center: Double
  private let unit: Double

  var outputCount: Int { 1 }

  /// Labels, each 0 or 1.
  init(labels: [Int], criterion: SplitCriterion) {
    values = labels.map(Double.init)
    self.criterion = criterion
    center = 0
    unit = 1
  }

  /// Finite numbers, whose variance is to fall. They are counted from the middle between the ends, in
  /// units of a power of 2: neither depends on the order of the rows.
  init(targets: [Double]) {
    let (least, most) = (targets.min() ?? 0, targets.max() ?? 0)
    let center = least / 2 + most / 2
    let reach = max(most - center, center - least)
    let unit = reach > 0 ? Double(sign: .plus, exponent: reach.exponent + 1, significand: 1) : 1
    values = targets.map { ($0 - center) / unit }
    criterion = .variance
    self.center = center
    self.unit = unit
  }

  func statistics(of rows: ForestRows, times: [UInt32], minSamplesLeaf: Int) -> MeanStatistics {
    let units = rows.units(times: times)
    let sums = times.indices.map { row in
      let weight = rows.weights[row] * Double(times[row])
      return units.sum(gradient: weight * values[row], hessian: weight)
    }
    let search = SplitSearch(
      units: units, binner: rows.table.binner, criterion: criterion,
      minSamplesLeaf: minSamplesLeaf,
      directions: [Int](repeating: 0, count: rows.table.columnCount), isConstrained: false)
    return MeanStatistics(
      table: rows.table, search: search, sums: sums, values: values, center: center, unit: unit)
  }
}

/// Leaves by the sum of their values and of their weights.
struct MeanStatistics: LeafStatistics {
  let table: BinnedTable
  let search: SplitSearch
  /// What each row adds.
  let sums: [GradientSum]
  /// Of each row, from `center` in units of `unit`.
  let values: [Double]
  let center: Double
  let unit: Double
  private var histogram = ColumnHistograms()

  init(
    table: BinnedTable, search: SplitSearch, sums: [GradientSum], values: [Double],
    center: Double, unit: Double
  ) {
    self.table = table
    self.search = search
    self.sums = sums
    self.values = values
    self.center = center
    self.unit = unit
  }

  func sum(of rows: ArraySlice<UInt32>) -> GradientSum {
    var total = GradientSum.zero
    for row in rows { total &+= sums[Int(row)] }
    return total
  }

  func rest(of sum: GradientSum, without part: GradientSum) -> GradientSum { sum &- part }

  func isMixed(_ rows: ArraySlice<UInt32>, _ sum: GradientSum) -> Bool {
    guard let first = rows.first else { return false }
    return rows.contains { values[Int($0)] != values[Int(first)] }
  }

  mutating func bestSplit(
    by columns: ArraySlice<Int>, of rows: ArraySlice<UInt32>, _ sum: GradientSum
  ) -> Split<GradientSum>? {
    histogram.sumUp(columns, of: table, rows, sums)
    let leaf = SplitSearch.Leaf(total: sum, bounds: Bounds())
    var best: Split<GradientSum>?
    for (slot, column) in columns.enumerated() {
      let split = histogram.withBins(slot, of: table.binner.inputs[column]) {
        search.best(column, $0, of: leaf)
      }
      if let split, split.gain > best?.gain ?? 0 { best = split }
    }
    return best
  }

  func answer(_ sum: GradientSum) -> [Double] {
    [center + unit * search.answer(SplitSearch.Leaf(total: sum, bounds: Bounds()))]
  }
}
