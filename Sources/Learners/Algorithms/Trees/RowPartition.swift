/// The rows of a table in an order in which those of each leaf stand together.
struct RowPartition {
  /// The rows; within a leaf they ascend.
  private(set) var rows: [UInt32]
  private var scratch: [UInt32]

  /// A partition with one leaf.
  init(_ rows: [UInt32]) {
    self.rows = rows
    scratch = rows
  }

  /// Moves the rows of a leaf that go left before those that go right.
  ///
  /// - Parameters:
  ///   - range: where the leaf's rows stand.
  ///   - table: what the rows are of.
  ///   - column: the column that decides.
  ///   - leftBins: the bins whose rows go left.
  /// - Returns: where the rows that go right begin.
  mutating func split(
    _ range: Range<Int>, of table: BinnedTable, column: Int, leftBins: BinSet
  ) -> Int {
    let (start, shift) = table.place(ofColumn: column)
    return table.words.withUnsafeBufferPointer { words in
      leftBins.withUnsafeWords { leftBins in
        rows.withUnsafeMutableBufferPointer { rows in
          scratch.withUnsafeMutableBufferPointer { scratch in
            var left = range.lowerBound
            var right = 0
            for position in range {
              let row = rows[position]
              let bin = words[start + Int(row)] >> shift & 0xFF
              let isLeft = Int(leftBins[Int(bin >> 6)] >> (bin & 63) & 1)
              // Both are written and one is kept, which costs less than guessing.
              rows[left] = row
              scratch[right] = row
              left += isLeft
              right += 1 - isLeft
            }
            for position in 0..<right { rows[left + position] = scratch[position] }
            return left
          }
        }
      }
    }
  }
}
