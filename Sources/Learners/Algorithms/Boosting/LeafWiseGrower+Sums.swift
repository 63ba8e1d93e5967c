extension LeafWiseGrower {
  /// Jobs of fewer additions than this are not worth another thread.
  private static let additionsForThreads = 200_000

  /// Whether a leaf's children are summed up on their own, so that its sums need not be kept.
  func isSmall(_ leaf: Leaf) -> Bool {
    leaf.rows.count * table.columnCount <= rowsForBin * (offsets.last ?? 0)
  }

  /// Finds the best split of a leaf and keeps no sums.
  func studyAlone(_ leaf: inout Leaf, _ partition: RowPartition) {
    var found = [Split<GradientSum>?](repeating: nil, count: table.panelCount)
    let target = leaf.target
    statistics.withUnsafeBufferPointer { statistics in
      partition.rows.withUnsafeBufferPointer { rows in
        let adding = HistogramRows(
          table: table, offsets: offsets, statistics: statistics,
          rows: UnsafeBufferPointer(rebasing: rows[leaf.rows]))
        found.withUnsafeMutableBufferPointer { found in
          concurrently(table.panelCount, threads: threads(leaf)) { panel in
            let columns = table.columns(ofPanel: panel)
            let origin = offsets[columns.lowerBound]
            let count = offsets[columns.upperBound] - origin
            found[panel] = withUnsafeTemporaryAllocation(of: GradientSum.self, capacity: count) {
              sums in
              sums.initialize(repeating: .zero)
              adding.add(panel: panel, to: sums, from: origin)
              return best(of: panel, sums, target, from: origin)
            }
          }
        }
      }
    }
    leaf.best = best(found, every: 1, from: 0)
  }

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
    if !isSmall(leaf) { leaf.sums = sums }
    leaf.best = best(found, every: 2, from: 0)
    if let other = sibling, !isSmall(other) { sibling?.sums = rest }
    sibling?.best = best(found, every: 2, from: 1)
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

  /// The best split by a column of one panel, given the sums of the bins from `origin` on.
  private func best(
    of panel: Int, _ sums: UnsafeMutableBufferPointer<GradientSum>, _ leaf: SplitSearch.Leaf,
    from origin: Int = 0
  ) -> Split<GradientSum>? {
    var best: Split<GradientSum>?
    for column in table.columns(ofPanel: panel) where columns[column] {
      let range = offsets[column] - origin..<offsets[column + 1] - origin
      let bins = UnsafeBufferPointer(rebasing: sums[range])
      guard let split = search.best(column, bins, of: leaf) else { continue }
      if split.gain > best?.gain ?? 0 { best = split }
    }
    return best
  }

  /// The best split among every so many: of equally good ones the first.
  private func best(
    _ found: [Split<GradientSum>?], every step: Int, from start: Int
  ) -> Split<GradientSum>? {
    stride(from: start, to: found.count, by: step).reduce(into: nil) { best, index in
      if let split = found[index], split.gain > best?.gain ?? 0 { best = split }
    }
  }
}
