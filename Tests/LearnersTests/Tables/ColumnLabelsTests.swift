import Testing

@testable import Learners

@Suite struct `Labels` {
  /// pandas 3.1.1 reads ` 1` and `1` as one number, and ` no` and `no` as two texts.
  @Test func `are numbers with or without spaces around them, and texts as they are`() {
    let column = Column(
      name: "y", type: .categorical,
      values: .categories(codes: [0, 1, -1, 2, 3, 4], levels: [" 1", "0", "1", " no", "no"]))
    #expect(
      column.asLabels.values
        == .categories(codes: [0, 1, -1, 0, 2, 3], levels: ["1", "0", " no", "no"]))
  }

  @Test func `of a file are the same numbers whatever stands in front of them`() throws {
    var reader = CSVReader()
    reader.textColumn = "y"
    let table = try reader.read(bytes: Array("x,y\n0.1, 1\n0.2,1\n0.3, 0\n".utf8), named: "t.csv")
    #expect(
      table.table.columns[1].values == .categories(codes: [0, 0, 1], levels: ["1", "0"]))
  }
}
