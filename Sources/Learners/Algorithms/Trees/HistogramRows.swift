/// Rows to sum up for each bin of each column, and how.
struct HistogramRows {
  let table: BinnedTable
  /// Where the bins of each column begin.
  let offsets: [Int]
  /// What each row of the table adds.
  let statistics: UnsafeBufferPointer<GradientSum>
  /// The rows.
  let rows: UnsafeBufferPointer<UInt32>

  /// Adds the rows to the bins of a panel's columns.
  ///
  /// - Parameters:
  ///   - panel: its number.
  ///   - sums: of the bins from `origin` on.
  ///   - origin: a place as `offsets` has them.
  func add(panel: Int, to sums: UnsafeMutableBufferPointer<GradientSum>, from origin: Int = 0) {
    let columns = table.columns(ofPanel: panel)
    let starts = offsets[columns].map { $0 - origin }
    table.words.withUnsafeBufferPointer { words in
      let panelWords = UnsafeBufferPointer(
        rebasing: words[panel * table.rowCount..<(panel + 1) * table.rowCount])
      if columns.count == BinnedTable.panelWidth {
        addWhole(panelWords, starts, to: sums)
      } else {
        addPart(panelWords, starts, to: sums)
      }
    }
  }

  /// Eight columns, written out: the eight sums do not wait for each other.
  private func addWhole(
    _ words: UnsafeBufferPointer<UInt64>, _ starts: [Int],
    to sums: UnsafeMutableBufferPointer<GradientSum>
  ) {
    guard let base = sums.baseAddress else { return }
    let (a, b, c, d) = (
      base + starts[0], base + starts[1], base + starts[2], base + starts[3]
    )
    let (e, f, g, h) = (
      base + starts[4], base + starts[5], base + starts[6], base + starts[7]
    )
    for row in rows {
      let word = words[Int(row)]
      let sum = statistics[Int(row)]
      a[Int(word & 0xFF)] &+= sum
      b[Int(word >> 8 & 0xFF)] &+= sum
      c[Int(word >> 16 & 0xFF)] &+= sum
      d[Int(word >> 24 & 0xFF)] &+= sum
      e[Int(word >> 32 & 0xFF)] &+= sum
      f[Int(word >> 40 & 0xFF)] &+= sum
      g[Int(word >> 48 & 0xFF)] &+= sum
      h[Int(word >> 56)] &+= sum
    }
  }

  /// The columns of the last panel, when they are fewer.
  private func addPart(
    _ words: UnsafeBufferPointer<UInt64>, _ starts: [Int],
    to sums: UnsafeMutableBufferPointer<GradientSum>
  ) {
    starts.withUnsafeBufferPointer { starts in
      for row in rows {
        var word = words[Int(row)]
        let sum = statistics[Int(row)]
        for start in starts {
          sums[start + Int(word & 0xFF)] &+= sum
          word >>= 8
        }
      }
    }
  }
}
