internal import Registry
import Testing

@testable import Learners

@Suite struct `A table from CSV text` {
  /// A table of one column `x` beside a column `k` that keeps lines from being blank.
  private func read(
    _ cells: [String], types: [String: ColumnType] = [:]
  ) throws(LearnerError) -> CSVTable {
    let text = "k,x\n" + cells.map { "k,\($0)\n" }.joined()
    return try CSVReader(types: types).read(bytes: Array(text.utf8), named: "t.csv")
  }

  private func column(_ cells: [String], type: ColumnType? = nil) throws(LearnerError) -> Column {
    try read(cells, types: type.map { ["x": $0] } ?? [:]).table.column("x")
  }

  /// Cells and the type that they have together.
  static let types: [(cells: [String], type: ColumnType)] = [
    (["1", "-2", "+3", " 4 ", "007"], .integer),
    (["9007199254740991"], .integer),
    (["1", ""], .real),
    (["1", "2.0"], .real),
    (["1e3"], .real),
    (["1", "inf"], .real),
    (["", "NA"], .real),
    (["TRUE", "False", "true"], .boolean),
    (["TRUE", ""], .boolean),
    (["", "true"], .boolean),
    (["TRUE", "yes"], .categorical),
    (["TRUE", "1"], .categorical),
    (["1", "TRUE"], .categorical),
    (["tRUE"], .categorical),
    (["1", "2", "a"], .categorical),
    (["", "a"], .categorical),
    (["9007199254740992"], .categorical),
    (["9007199254740993", ""], .categorical),
    (["12345678901234567890", "1.5"], .real),
    (["0x10"], .categorical),
    (["\"1\"", "2"], .integer),
  ]

  @Test(arguments: types)
  func `finds out what a column holds`(cells: [String], type: ColumnType) throws {
    #expect(try column(cells).type == type)
  }

  @Test func `keeps the spelling of text that looked like numbers`() throws {
    let values = try column(["1", "01", "1.0", "1", "x"]).values
    #expect(values == .categories(codes: [0, 1, 2, 0, 3], levels: ["1", "01", "1.0", "x"]))
  }

  @Test func `numbers levels in order of appearance and missing cells -1`() throws {
    let values = try column(["NA", "b", "a", "", "b"]).values
    #expect(values == .categories(codes: [-1, 0, 1, -1, 0], levels: ["b", "a"]))
  }

  @Test func `tells levels apart by their bytes`() throws {
    guard case .categories(let codes, let levels) = try column(["\u{E9}", "e\u{301}"]).values else {
      Issue.record("not text")
      return
    }
    #expect(codes == [0, 1])
    #expect(levels.map { $0.utf8.count } == [2, 3])
  }

  @Test func `tells long levels apart, and gives many their numbers`() throws {
    let texts = (0..<5000).map { "a level with the number \($0)" }
    let values = try column(texts + texts).values
    #expect(values == .categories(codes: (0..<10_000).map { $0 % 5000 }, levels: texts))
  }

  /// The default `na_values` of pandas 3.1: `pandas._libs.parsers.STR_NA_VALUES`.
  static let missing = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ]

  @Test(arguments: missing)
  func `takes what pandas takes for missing`(text: String) throws {
    for cell in [text, "\"\(text)\""] {
      #expect(try column([cell, "a"]).values == .categories(codes: [-1, 0], levels: ["a"]))
      guard case .numbers(let numbers) = try column(["1.5", cell]).values else {
        Issue.record("not numbers")
        return
      }
      #expect(numbers[0] == 1.5 && numbers[1].isNaN)
    }
  }

  @Test(arguments: ["na", "NAN", "Null", "-", "?", "nil", "NA "])
  func `takes nothing else for missing`(text: String) throws {
    #expect(try column([text]).values == .categories(codes: [0], levels: [text]))
  }

  @Test func `has booleans as 1 and 0`() throws {
    #expect(try column(["TRUE", "false", "True"]).values == .numbers([1, 0, 1]))
  }

  @Test func `has one zero among whole numbers`() throws {
    guard case .numbers(let numbers) = try column(["-0", "1"]).values else { return }
    #expect(numbers[0].sign == .plus)
  }

  @Test func `gives a column the type that was asked for`() throws {
    #expect(try column(["1", "2"], type: .real).type == .real)
    #expect(
      try column(["1", "01"], type: .categorical).values
        == .categories(codes: [0, 1], levels: ["1", "01"]))
    #expect(try column(["0", "true"], type: .boolean).values == .numbers([0, 1]))
    #expect(try column(["1.0", "2e0"], type: .integer).values == .numbers([1, 2]))
  }

  static let misfits: [(cell: String, type: ColumnType, error: String)] = [
    ("a", .integer, "'t.csv' line 3: 'a' in column 'x' is not a whole number"),
    ("1.5", .integer, "'t.csv' line 3: '1.5' in column 'x' is not a whole number"),
    (
      "9007199254740992", .integer,
      "'t.csv' line 3: '9007199254740992' in column 'x' is not a whole number"
    ),
    ("", .integer, "'t.csv' line 3: '' in column 'x' is not a whole number"),
    ("b", .real, "'t.csv' line 3: 'b' in column 'x' is not a number"),
    ("2", .boolean, "'t.csv' line 3: '2' in column 'x' is not TRUE or FALSE"),
    ("\u{1B}[31mred", .real, #"'t.csv' line 3: '\u{1B}[31mred' in column 'x' is not a number"#),
    (
      String(repeating: "y", count: 50), .real,
      "'t.csv' line 3: '\(String(repeating: "y", count: 40))…' in column 'x' is not a number"
    ),
  ]

  @Test(arguments: misfits)
  func `names the cell that does not fit`(cell: String, type: ColumnType, error: String) {
    let thrown = #expect(throws: LearnerError.self) { try read(["1", cell], types: ["x": type]) }
    #expect(thrown?.message == error)
  }

  @Test func `names the first cell that does not fit, row before column`() {
    for (rows, column) in [("1,2\n3,no\nno,4\n", "b"), ("1,2\nno,no\n", "a")] {
      let error = #expect(throws: LearnerError.self) {
        try CSVReader(types: ["a": .real, "b": .real])
          .read(bytes: Array("a,b\n\(rows)".utf8), named: "t.csv")
      }
      #expect(error?.message == "'t.csv' line 3: 'no' in column '\(column)' is not a number")
    }
  }

  @Test func `refuses a type for a column that is not there`() {
    let error = #expect(throws: LearnerError.self) { try read(["1"], types: ["y": .real]) }
    #expect(error == .noSuchColumn("y", known: ["k", "x"]))
  }

  @Test func `needs at least one row`() {
    let error = #expect(throws: LearnerError.self) { try read([]) }
    #expect(error == .tableWithoutRows("t.csv"))
  }

  @Test func `says which file is not there`() {
    let error = #expect(throws: LearnerError.self) { try CSVReader().read(path: "/no/such.csv") }
    #expect(error == .registry(.noSuchFile(path: "/no/such.csv")))
  }

  @Test func `finds types over many blocks`() throws {
    // Text comes in the last of some 40 blocks: the column is read again from the start.
    let cells = (0..<600_000).map { $0 == 599_999 ? "end" : String($0 % 7) }
    let values = try column(cells).values
    let codes = (0..<600_000).map { Int32($0 == 599_999 ? 7 : $0 % 7) }
    #expect(values == .categories(codes: codes, levels: (0..<7).map(String.init) + ["end"]))
  }
}

@Suite struct `A note on a column` {
  private func reasons(_ name: String, _ cells: [String]) throws -> [TableNote.Reason] {
    let text = "k\(name),\(name)\n" + cells.enumerated().map { "\($0 % 2),\($1)\n" }.joined()
    let notes = try CSVReader().read(bytes: Array(text.utf8), named: "t.csv").notes
    return notes.filter { $0.column == name }.map(\.reason)
  }

  @Test func `points out text that is different in nearly every row`() throws {
    #expect(try reasons("x", (0..<50).map { "t\($0)" }) == [.nearlyUnique])
    #expect(try reasons("x", (0..<49).map { "t\($0)" }) == [])
    #expect(try reasons("x", (0..<100).map { "t\($0 % 95)" }) == [])
    #expect(try reasons("x", (0..<100).map { "t\($0 % 96)" }) == [.nearlyUnique])
  }

  @Test func `points out row numbers`() throws {
    #expect(try reasons("x", (5..<15).map(String.init)) == [.rowNumber])
    #expect(try reasons("x", (5..<14).map(String.init)) == [])
    #expect(try reasons("x", (5..<15).map { String(2 * $0) }) == [])
  }

  @Test(arguments: [
    ("id", true), ("ID", true), ("customer_id", true), ("customerId", true), ("paid", false),
  ])
  func `points out unique columns that are named as identifiers`(
    name: String, isNamed: Bool
  ) throws {
    #expect(try reasons(name, ["7", "3", "9"]) == (isNamed ? [.identifier] : []))
    #expect(try reasons(name, ["u", "v", "w"]) == (isNamed ? [.identifier] : []))
    #expect(try reasons(name, ["7", "3", "7"]) == [])
  }

  @Test func `points out what carries nothing`() throws {
    #expect(try reasons("x", ["1", "1", "1"]) == [.constant])
    #expect(try reasons("x", ["a", "a", "a"]) == [.constant])
    #expect(try reasons("x", ["a", "", "a"]) == [])
    #expect(try reasons("x", ["", "", "NA"]) == [.allMissing])
  }

  @Test func `points out whole numbers that are too large`() throws {
    #expect(try reasons("x", ["9007199254740993", "1", "1"]) == [.tooLarge])
    #expect(try reasons("x", ["9007199254740993", "1", "z"]) == [])
  }
}
