import Testing

@testable import Learners

@Suite struct `A column binner` {
  @Test func `gives levels bins in the order of their bytes, and other cells one more`() throws {
    let rows = Table(columns: [categorical("t", ["b", "a", "", "c", "a"])], rowCount: 5)
    let binner = try ColumnBinner(columns: ["t"]).fit(rows)
    #expect(try bytes(binner.transform(rows)) == [1, 0, 3, 2, 0])
    let others = Table(columns: [categorical("t", ["d", "c", ""])], rowCount: 3)
    #expect(try bytes(binner.transform(others)) == [3, 2, 3])
  }

  @Test func `keeps the most frequent of too many levels`() throws {
    // 300 levels once, the last ten twice: 244 of those that come once are kept, by their bytes.
    let names = (100..<400).map { "l\($0)" } + (390..<400).map { "l\($0)" }
    let rows = Table(columns: [categorical("t", names)], rowCount: 310)
    let found = try bytes(ColumnBinner(columns: ["t"]).fit(rows).transform(rows))
    #expect(found.count { $0 == 254 } == 300 - 254)
    #expect(found[299] == 253)
    #expect(found[243] == 243)
    #expect(found[244] == 254)
  }

  @Test func `puts the bins of nine columns into two panels`() throws {
    let columns = (0..<9).map { index in
      numeric("x\(index)", (0..<3).map { Double(($0 + index) % 3) })
    }
    let rows = Table(columns: columns, rowCount: 3)
    let binned = try ColumnBinner(columns: columns.map(\.name)).fit(rows).transform(rows)
    #expect(binned.panelCount == 2)
    for column in 0..<9 {
      let (start, shift) = binned.place(ofColumn: column)
      let bins = (0..<3).map { binned.words[start + $0] >> shift & 0xFF }
      #expect(bins == (0..<3).map { UInt64(($0 + column) % 3) })
    }
  }

  @Test(arguments: [1, 256])
  func `refuses a number of bins that does not fit a byte`(maxBins: Int) {
    let rows = Table(columns: [numeric("x", [1])], rowCount: 1)
    #expect(
      throws: LearnerError.hyperparameterOutOfRange(
        name: "maxBins", value: "\(maxBins)", allowed: "a number in 2...255")
    ) {
      try ColumnBinner(columns: ["x"], maxBins: maxBins).fit(rows)
    }
  }

  @Test func `refuses rows of another kind than it learned from`() throws {
    let rows = Table(columns: [numeric("x", [1, 2])], rowCount: 2)
    let binner = try ColumnBinner(columns: ["x"]).fit(rows)
    let text = Table(columns: [categorical("x", ["a"])], rowCount: 1)
    #expect(
      throws: LearnerError.wrongColumnKind(column: "x", expected: "numbers", found: "text")
    ) {
      try binner.transform(text)
    }
  }

  @Test func `refuses no rows, no columns, and a column that is not there`() {
    let rows = Table(columns: [numeric("x", [])], rowCount: 0)
    #expect(throws: LearnerError.noRows) { try ColumnBinner(columns: ["x"]).fit(rows) }
    let one = Table(columns: [numeric("x", [1])], rowCount: 1)
    #expect(throws: LearnerError.noFeatures) { try ColumnBinner(columns: []).fit(one) }
    #expect(throws: LearnerError.noSuchColumn("z", known: ["x"])) {
      try ColumnBinner(columns: ["z"]).fit(one)
    }
  }
}

/// The bins of the first column.
private func bytes(_ binned: BinnedTable) throws -> [UInt8] {
  (0..<binned.rowCount).map { UInt8(truncatingIfNeeded: binned.words[$0]) }
}
