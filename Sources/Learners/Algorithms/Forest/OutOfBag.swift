/// The answers of the trees that did not learn from a row.
struct OutOfBag {
  private let outputCount: Int
  private var sums: [Double]
  private var counts: [Int32]

  init(rowCount: Int, outputCount: Int) {
    self.outputCount = outputCount
    sums = [Double](repeating: 0, count: rowCount * outputCount)
    counts = [Int32](repeating: 0, count: rowCount)
  }

  mutating func add(_ grown: GrownTree) {
    for (leaf, range) in grown.spareRanges.enumerated() {
      for row in grown.spareRows[range] {
        counts[Int(row)] += 1
        for output in 0..<outputCount {
          sums[Int(row) * outputCount + output] += grown.tree.values[leaf * outputCount + output]
        }
      }
    }
  }

  /// The mean answer for each row; `nil` where every tree learned from it.
  var means: [Double?] {
    sums.indices.map { index in
      let count = counts[index / outputCount]
      return count > 0 ? sums[index] / Double(count) : nil
    }
  }
}
