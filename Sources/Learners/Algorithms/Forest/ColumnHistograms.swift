/// The sums of the rows of one leaf for each bin of a few columns.
struct ColumnHistograms {
  /// How many columns are summed up in one pass: their sums do not wait for each other.
  static let width = 4

  /// The slots twice: neighbouring rows are summed up apart, since rows of one bin would wait for
  /// each other, and columns of few values have hardly any others.
  private var sums = [GradientSum](repeating: .zero, count: 2 * half)
  private static let half = 256 * width

  /// Sums up rows, each column in the slot of its place.
  ///
  /// - Parameters:
  ///   - columns: ``width`` of them at most.
  ///   - table: what the columns and the rows are of.
  ///   - rows: the leaf's rows.
  ///   - statistics: what each row of the table adds.
  mutating func sumUp(
    _ columns: ArraySlice<Int>, of table: BinnedTable, _ rows: ArraySlice<UInt32>,
    _ statistics: [GradientSum]
  ) {
    let counts = columns.map { table.binner.inputs[$0].count }
    // Two sums have to be cleared and added, which few rows do not repay.
    let isApart = 4 * counts.reduce(0, +) < rows.count
    clear(counts)
    let places = columns.map(table.place(ofColumn:))
    add(places, table, rows, statistics, second: isApart ? Self.half : 0)
    if isApart { join(counts) }
  }

  private mutating func clear(_ counts: [Int]) {
    for (slot, count) in counts.enumerated() {
      for bin in 256 * slot..<256 * slot + count {
        sums[bin] = .zero
        sums[Self.half + bin] = .zero
      }
    }
  }

  private mutating func join(_ counts: [Int]) {
    for (slot, count) in counts.enumerated() {
      for bin in 256 * slot..<256 * slot + count { sums[bin] &+= sums[Self.half + bin] }
    }
  }

  /// Adds every other row `second` sums further.
  private mutating func add(
    _ places: [(start: Int, shift: UInt64)], _ table: BinnedTable, _ rows: ArraySlice<UInt32>,
    _ statistics: [GradientSum], second: Int
  ) {
    table.words.withUnsafeBufferPointer { words in
      rows.withUnsafeBufferPointer { rows in
        statistics.withUnsafeBufferPointer { statistics in
          sums.withUnsafeMutableBufferPointer { sums in
            if places.count == Self.width {
              let (a, b, c, d) = (places[0], places[1], places[2], places[3])
              var half = 0
              for row in rows {
                let row = Int(row)
                let sum = statistics[row]
                sums[half + Int(words[a.start + row] >> a.shift & 0xFF)] &+= sum
                sums[half + 256 + Int(words[b.start + row] >> b.shift & 0xFF)] &+= sum
                sums[half + 512 + Int(words[c.start + row] >> c.shift & 0xFF)] &+= sum
                sums[half + 768 + Int(words[d.start + row] >> d.shift & 0xFF)] &+= sum
                half ^= second
              }
            } else {
              for (slot, place) in places.enumerated() {
                var start = 256 * slot
                for row in rows {
                  let row = Int(row)
                  let bin = Int(words[place.start + row] >> place.shift & 0xFF)
                  sums[start + bin] &+= statistics[row]
                  start ^= second
                }
              }
            }
          }
        }
      }
    }
  }

  /// Does something with the bins of a slot.
  func withBins<Answer>(
    _ slot: Int, of input: ColumnBins, _ work: (UnsafeBufferPointer<GradientSum>) -> Answer
  ) -> Answer {
    sums.withUnsafeBufferPointer { sums in
      work(UnsafeBufferPointer(rebasing: sums[256 * slot..<256 * slot + input.count]))
    }
  }
}
