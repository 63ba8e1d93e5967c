extension LeafWiseGrower {
  /// Jobs of fewer additions than this are not worth another thread.
  private static let additionsForThreads = 200_000

  /// Sums up the rows of a leaf, takes them from its parent's for the sibling, and finds the best
  /// split of both.
  func study(
    _ leaf: inout Leaf, sibling: inout Leaf?, of parentSums: [GradientSum],
    _ partition: RowPartition
  ) {
    var sums = [GradientSum](repeating: .zero, count: offsets.last ?? 0)
    var rest = parentSums
    var found = [Split<GradientSum>?](repeating: nil, count: 2 * table.panelCount)
    let (target, siblingTarget) = (leaf.target, sibling?.target)
    statistics.withUnsafeBufferPointer { statistics in
      partition.rows.withUnsafeBufferPointer { rows in
        let adding = HistogramRows(
          table: table, offsets: offsets, statistics: statistics,
          rows: UnsafeBufferPointer(rebasing: rows[leaf.rows]))
        sums.withUnsafeMutableBufferPointer { sums in
          rest.withUnsafeMutableBufferPointer { rest in
            found.withUnsafeMutableBufferPointer { found in
              concurrently(table.panelCount, threads: threads(leaf)) { panel in
                adding.add(panel: panel, to: sums)
                found[2 * panel] = best(of: panel, sums, target)
                guard let siblingTarget else { return }
                subtract(panel, sums, from: rest)
                found[2 * panel + 1] = best(of: panel, rest, siblingTarget)
              }
            }
          }
        }
      }
    }
    leaf.sums = sums
    leaf.best = best(found, from: 0)
    sibling?.sums = rest
    sibling?.best = best(found, from: 1)
  }

  private func threads(_ leaf: Leaf) -> Int {
    leaf.rows.count * table.columnCount < Self.additionsForThreads ? 1 : maxThreads
  }

  private func subtract(
    _ panel: Int, _ sums: UnsafeMutableBufferPointer<GradientSum>,
    from rest: UnsafeMutableBufferPointer<GradientSum>
  ) {
    let columns = table.columns(ofPanel: panel)
    for bin in offsets[columns.lowerBound]..<offsets[columns.upperBound] {
      rest[bin] &-= sums[bin]
    }
  }

  /// The best split by a column of one panel.
  private func best(
    of panel: Int, _ sums: UnsafeMutableBufferPointer<GradientSum>, _ leaf: SplitSearch.Leaf
  ) -> Split<GradientSum>? {
    var best: Split<GradientSum>?
    for column in table.columns(ofPanel: panel) where columns[column] {
      let bins = UnsafeBufferPointer(rebasing: sums[offsets[column]..<offsets[column + 1]])
      guard let split = search.best(column, bins, of: leaf) else { continue }
      if split.gain > best?.gain ?? 0 { best = split }
    }
    return best
  }

  /// The best split among every second one: of equally good ones the first.
  private func best(_ found: [Split<GradientSum>?], from start: Int) -> Split<GradientSum>? {
    stride(from: start, to: found.count, by: 2).reduce(into: nil) { best, index in
      if let split = found[index], split.gain > best?.gain ?? 0 { best = split }
    }
  }
}
