/// Finds the best split of a leaf whose rows are of several classes.
struct ClassSplitSearch {
  let units: GradientUnits
  let criterion: RandomForest.Criterion
  let minSamplesLeaf: Int

  /// By the shares of how many classes levels are put in order.
  private static let orderCount = 8

  /// A way to divide the rows by a column.
  struct Found {
    var gain: Double
    /// Bins whose rows go left: the first of an order.
    var bins: ArraySlice<Int>
    var missingGoesLeft = false
    /// What the left side adds up to, one number for each class.
    var left: [Int64]
  }

  /// The best split by one column; `nil` when none gains more than `least`.
  func best(_ bins: ClassBins, _ input: ColumnBins, above least: Double) -> Found? {
    let rounding = 1e-12 * units.hessian(packed: bins.total.reduce(0, +))
    let least = max(least, rounding)
    switch input {
    case .numeric(let numeric): return bestThreshold(bins, numeric, above: least)
    case .categorical:
      return levelOrders(bins).reduce(nil) { best, order in
        scan(bins, order, above: best?.gain ?? least) ?? best
      }.map { smallerSide($0, bins) }
    }
  }

  /// The best of all thresholds, missing rows tried on either side.
  private func bestThreshold(
    _ bins: ClassBins, _ numeric: NumericBins, above least: Double
  ) -> Found? {
    let values = Array(0..<numeric.missingBin)
    var best = scan(bins, values, above: least)
    let missing = Array(bins.classes(of: numeric.missingBin))
    if missing.contains(where: { $0 != 0 }) {
      if var found = scan(bins, values, from: missing, above: best?.gain ?? least) {
        found.missingGoesLeft = true
        best = found
      }
    } else if let left = best?.left {
      best?.missingGoesLeft = 2 * count(left) > count(bins.total)
    }
    return best
  }

  /// Tries to end the left side after each bin of an order, which may begin with some rows.
  private func scan(
    _ bins: ClassBins, _ order: [Int], from start: [Int64]? = nil, above least: Double
  ) -> Found? {
    let parent = purity(bins.total)
    var left = start ?? [Int64](repeating: 0, count: bins.classCount)
    var right = zip(bins.total, left).map { $0 - $1 }
    var best: Found?
    for (place, bin) in order.enumerated() {
      var added: Int64 = 0
      for (index, sum) in bins.classes(of: bin).enumerated() {
        left[index] += sum
        right[index] -= sum
        added += sum
      }
      // An empty bin divides the rows as the one before does.
      if added == 0 || count(left) < minSamplesLeaf { continue }
      if count(right) < minSamplesLeaf { break }
      let gain = purity(left) + purity(right) - parent
      if gain > best?.gain ?? least {
        best = Found(gain: gain, bins: order[...place], left: left)
      }
    }
    return best
  }

  /// Orders of the levels that the leaf's rows have: by the share of each of the heaviest classes.
  /// For two classes one order is the best there is; for more none is.
  private func levelOrders(_ bins: ClassBins) -> [[Int]] {
    let present = (0..<bins.binCount).filter { bins.classes(of: $0).contains { $0 != 0 } }
    let heaviest = bins.total.indices.sorted {
      bins.total[$0] != bins.total[$1] ? bins.total[$0] > bins.total[$1] : $0 < $1
    }
    return heaviest.prefix(bins.classCount == 2 ? 1 : Self.orderCount).map { label in
      let ranked = present.map { bin in
        let sums = bins.classes(of: bin)
        return (bin, units.share(sums[sums.startIndex + label], of: sums.reduce(0, +)))
      }
      return ranked.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0)
    }
  }

  /// The same split with the smaller side left, so that a level which is not among the leaf's rows
  /// goes with most.
  private func smallerSide(_ found: Found, _ bins: ClassBins) -> Found {
    guard 2 * count(found.left) > count(bins.total) else { return found }
    let chosen = BinSet(found.bins)
    var other = found
    other.bins = (0..<bins.binCount).filter { !chosen.contains($0) }[...]
    other.left = zip(bins.total, found.left).map { $0 - $1 }
    return other
  }

  /// How many rows there are.
  private func count(_ classes: [Int64]) -> Int { units.count(packed: classes.reduce(0, +)) }

  /// How pure a leaf is, the larger the better.
  private func purity(_ classes: [Int64]) -> Double {
    let total = units.hessian(packed: classes.reduce(0, +))
    switch criterion {
    case .gini:
      var squares = 0.0
      for sum in classes {
        let weight = units.hessian(packed: sum)
        squares += weight * weight
      }
      return total > 0 ? squares / total : 0
    case .entropy:
      return classes.reduce(-information(total)) { $0 + information(units.hessian(packed: $1)) }
    }
  }
}

/// The sums of a leaf's rows for each bin of a column and each class.
struct ClassBins {
  let binCount: Int
  /// One for each class.
  let total: [Int64]
  /// Bin by bin, one for each class.
  let sums: [Int64]

  /// How many classes there are.
  var classCount: Int { total.count }

  /// The sums of one bin.
  func classes(of bin: Int) -> ArraySlice<Int64> {
    sums[bin * classCount..<(bin + 1) * classCount]
  }
}
