/// Leaves answer with the share of each class.
struct ClassTarget: ForestTarget {
  let labels: [Int]
  let outputCount: Int
  let criterion: RandomForest.Criterion

  func statistics(of rows: ForestRows, times: [UInt32], minSamplesLeaf: Int) -> ClassStatistics {
    let units = rows.units(times: times)
    let weights = times.indices.map {
      units.packed(hessian: rows.weights[$0] * Double(times[$0]))
    }
    return ClassStatistics(
      table: rows.table, labels: labels, weights: weights, classCount: outputCount,
      search: ClassSplitSearch(units: units, criterion: criterion, minSamplesLeaf: minSamplesLeaf))
  }
}

/// Leaves by the weight and the count of rows of each class, packed into one number as the second of
/// a ``GradientSum`` is.
struct ClassStatistics: LeafStatistics {
  let table: BinnedTable
  let labels: [Int]
  /// What each row adds.
  let weights: [Int64]
  let classCount: Int
  let search: ClassSplitSearch

  func sum(of rows: ArraySlice<UInt32>) -> [Int64] {
    var sums = [Int64](repeating: 0, count: classCount)
    for row in rows { sums[labels[Int(row)]] += weights[Int(row)] }
    return sums
  }

  func rest(of sum: [Int64], without part: [Int64]) -> [Int64] { zip(sum, part).map { $0 - $1 } }

  func isMixed(_ rows: ArraySlice<UInt32>, _ sum: [Int64]) -> Bool { sum.count { $0 != 0 } > 1 }

  func bestSplit(
    by columns: ArraySlice<Int>, of rows: ArraySlice<UInt32>, _ sum: [Int64]
  ) -> Split<[Int64]>? {
    // Small leaves have few of many classes: only these are summed up and judged.
    let present = sum.indices.filter { sum[$0] != 0 }
    var places = [Int](repeating: 0, count: classCount)
    for (place, label) in present.enumerated() { places[label] = place }
    var best: Split<[Int64]>?
    for column in columns {
      let input = table.binner.inputs[column]
      let bins = ClassBins(
        binCount: input.count, total: present.map { sum[$0] },
        sums: sums(column, input.count, rows, places, present.count))
      guard let found = search.best(bins, input, above: best?.gain ?? 0) else { continue }
      var left = [Int64](repeating: 0, count: classCount)
      for (place, label) in present.enumerated() { left[label] = found.left[place] }
      best = split(column, input, found, left: left)
    }
    return best
  }

  /// What was found, with a number for every class of the table.
  private func split(
    _ column: Int, _ input: ColumnBins, _ found: ClassSplitSearch.Found, left: [Int64]
  ) -> Split<[Int64]> {
    switch input {
    case .numeric(let numeric):
      Split(
        column: column, gain: found.gain, numeric, through: found.bins.endIndex - 1,
        missingGoesLeft: found.missingGoesLeft, left: left)
    case .categorical: Split(column: column, gain: found.gain, levels: found.bins, left: left)
    }
  }

  /// The sums of a column's bins, each of them one number for each class that is present.
  private func sums(
    _ column: Int, _ binCount: Int, _ rows: ArraySlice<UInt32>, _ places: [Int], _ width: Int
  ) -> [Int64] {
    var sums = [Int64](repeating: 0, count: binCount * width)
    let (start, shift) = table.place(ofColumn: column)
    table.words.withUnsafeBufferPointer { words in
      for row in rows {
        let row = Int(row)
        let bin = Int(words[start + row] >> shift & 0xFF)
        sums[bin * width + places[labels[row]]] += weights[row]
      }
    }
    return sums
  }

  func answer(_ sum: [Int64]) -> [Double] {
    let total = sum.reduce(0, +)
    return sum.map { search.units.share($0, of: total) }
  }
}
