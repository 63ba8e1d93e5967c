/// The sums of the rows of one leaf for each bin of a few columns.
struct ColumnHistograms {
  /// How many columns are summed up in one pass: their sums do not wait for each other.
  static let width = 4

  private var sums = [GradientSum](repeating: .zero, count: 256 * width)

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
    for (slot, column) in columns.enumerated() {
      for bin in 0..<table.binner.inputs[column].count { sums[256 * slot + bin] = .zero }
    }
    let places = columns.map(table.place(ofColumn:))
    table.words.withUnsafeBufferPointer { words in
      rows.withUnsafeBufferPointer { rows in
        statistics.withUnsafeBufferPointer { statistics in
          sums.withUnsafeMutableBufferPointer { sums in
            if places.count == Self.width {
              let (a, b, c, d) = (places[0], places[1], places[2], places[3])
              for row in rows {
                let row = Int(row)
                let sum = statistics[row]
                sums[Int(words[a.start + row] >> a.shift & 0xFF)] &+= sum
                sums[256 + Int(words[b.start + row] >> b.shift & 0xFF)] &+= sum
                sums[512 + Int(words[c.start + row] >> c.shift & 0xFF)] &+= sum
                sums[768 + Int(words[d.start + row] >> d.shift & 0xFF)] &+= sum
              }
            } else {
              for (slot, place) in places.enumerated() {
                for row in rows {
                  let row = Int(row)
                  let bin = Int(words[place.start + row] >> place.shift & 0xFF)
                  sums[256 * slot + bin] &+= statistics[row]
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
