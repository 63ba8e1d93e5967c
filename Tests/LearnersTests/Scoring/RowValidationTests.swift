import Registry
import TestSupport
import Testing

@testable import Learners

/// The readers of rows check cells as they go; what they take and what they refuse is what
/// `ModelSignature.validate` says.
@Suite struct `The readers of rows` {
  private static let signature = """
    {"inputs": [
      {"name": "whole", "type": "int64", "required": true, "nullable": false},
      {"name": "number", "type": "float64", "required": false},
      {"name": "truth", "type": "bool", "required": false, "nullable": false},
      {"name": "open", "type": "object", "levels": ["a"], "unknown_levels": "accept"},
      {"name": "closed", "type": "object", "required": false, "nullable": false, "levels": ["a", "b"],
       "unknown_levels": "refuse"}]}
    """
  private static let names = ["whole", "number", "truth", "open", "closed"]
  private let signature: ModelSignature

  init() throws {
    let value = try JSONValue(parsing: Array(Self.signature.utf8))
    signature = try ModelSignature(
      fields: #require(value.objectValue), path: "model_signature.json")
  }

  private static let values = [
    "null", "true", "false", "0", "1", "2", "-0.0", "1.5", "3e0", "1e38", "1e39", "1e308", "1e999",
    "9007199254740993", "\"\"", "\"a\"", "\"b\"", "\"c\"", "\"1\"", "\"true\"", "\"nan\"", "[]",
    "{}",
    "[[[[1]]]]", #"{"a": 1}"#,
  ]

  /// Objects with any value or none for each input, now and then one that fits in most of them.
  private func rows(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 17)
    let fitting = ["1", "1.5", "true", "\"a\"", "\"b\""]
    return (0..<count).map { _ in
      let members = Self.names.enumerated().compactMap { index, name -> String? in
        if Int.random(in: 0..<8, using: &generator) == 0 { return nil }
        let isHostile = Int.random(in: 0..<4, using: &generator) == 0
        let value =
          isHostile
          ? Self.values[Int.random(in: 0..<Self.values.count, using: &generator)] : fitting[index]
        return "\"\(name)\": \(value)"
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
  }

  @Test func `take a JSON row when it is valid and refuse it with all violations when not`() throws
  {
    var taken = 0
    for row in rows(4000) {
      var reader = try JSONLinesRowReader(
        MemorySource(Array(row.utf8)), path: "rows", signature: signature, keeps: .nothing)
      let violations = signature.validate(
        row: try #require(JSONValue(parsing: Array(row.utf8)).objectValue))
      if violations.isEmpty {
        #expect(try reader.next()?.table.rowCount == 1, "\(row)")
        taken += 1
      } else {
        let error = #expect(throws: LearnerError.self, "\(row)") { try reader.next() }
        let fault = JSONLinesFault(path: "rows", line: 1, problem: .row(violations))
        #expect(error == .jsonLines(fault), "\(row)")
      }
    }
    // Neither answer may be the only one that was tried.
    #expect((1000..<3000).contains(taken))
  }

  private static let cells = [
    "", "NA", "nan", "true", "FALSE", "0", "1", "2", "-0.0", "1.5", "1e39", "inf", "1e999", "a",
    "b", "c",
    "9007199254740993", "\"a,b\"",
  ]

  @Test func `take a CSV record when what it stands for is valid`() throws {
    var generator = SeededGenerator(seed: 18)
    var taken = 0
    for _ in 0..<4000 {
      let fitting = ["1", "1.5", "true", "a", "b"]
      let record = fitting.map { cell in
        Int.random(in: 0..<4, using: &generator) == 0
          ? Self.cells[Int.random(in: 0..<Self.cells.count, using: &generator)] : cell
      }
      let text = Self.names.joined(separator: ",") + "\n" + record.joined(separator: ",") + "\n"
      let records = try RecordReader(MemorySource(Array(text.utf8)), named: "rows")
      var reader = try CSVRowReader(records, path: "rows", signature: signature, keeps: false)
      let isValid = zip(record, Self.names).allSatisfy { Self.fits($0, $1) }
      if isValid {
        #expect(try reader.next()?.table.rowCount == 1, "\(record)")
        taken += 1
      } else {
        let error = #expect(throws: LearnerError.self, "\(record)") { try reader.next() }
        // Not one of them may be refused without a word.
        if case .rowDoesNotFit(_, _, let violations) = error { #expect(violations.count > 0) }
      }
    }
    #expect((500..<3500).contains(taken))
  }

  /// By hand: what a cell of each column may be.
  private static func fits(_ cell: String, _ name: String) -> Bool {
    let isMissing = ["", "NA", "nan"].contains(cell)
    switch name {
    case "whole": return ["0", "1", "2", "-0.0", "9007199254740993"].contains(cell)
    case "number":
      return isMissing || ["0", "1", "2", "-0.0", "1.5", "9007199254740993"].contains(cell)
    case "truth": return ["true", "FALSE", "0", "1", "-0.0"].contains(cell)
    case "open": return true
    default: return ["a", "b"].contains(cell)
    }
  }

  @Test func `tell all that is wrong with the first record that does not fit`() throws {
    let text = "whole,number,truth,open,closed\n1,1,1,a,a\n1,x,2,a,a\n?,1,1,a,c\n"
    let records = try RecordReader(MemorySource(Array(text.utf8)), named: "rows.csv")
    var reader = try CSVRowReader(records, path: "rows.csv", signature: signature, keeps: false)
    let error = #expect(throws: LearnerError.self) { try reader.next() }
    #expect(
      error?.message
        == "'rows.csv' line 3: 2 values do not fit: 'number' is \"x\" where a number is needed, "
        + "'truth' is 2.0 where TRUE or FALSE is needed")
    #expect(error?.remedy == "mend the cells, or leave them empty where the value is not known")
  }

  @Test func `take a file without the columns that callers may leave out`() throws {
    let records = try RecordReader(MemorySource(Array("open,whole\nz,3\n".utf8)), named: "rows.csv")
    var reader = try CSVRowReader(records, path: "rows.csv", signature: signature, keeps: false)
    let table = try #require(try reader.next()).table
    #expect(table.columns.map(\.name) == Self.names)
    guard case .numbers(let numbers) = table.columns[1].values else {
      Issue.record("a number is no number")
      return
    }
    #expect(numbers.count == 1 && numbers[0].isNaN)
  }

  /// pandas, which reads `age, job` without options, calls the second column ` job`.
  @Test func `keep their spaces for a model that has spaces in the names of its inputs`() throws {
    let text = "age, job\n1, nurse\n"
    let cells = try ["job", " job"].map { name in
      let signature = try ModelSignature(
        fields: ["input_schema": .object(["age": "int", name: "string"])], path: "s")
      let records = try RecordReader(
        MemorySource(Array(text.utf8)), named: "rows.csv", signature: signature)
      var reader = try CSVRowReader(records, path: "rows.csv", signature: signature, keeps: false)
      return try #require(try reader.next()).table.columns[1].values
    }
    #expect(
      cells == [
        .categories(codes: [0], levels: ["nurse"]), .categories(codes: [0], levels: [" nurse"]),
      ])
  }

  @Test func `say what they cannot compute`() throws {
    let text =
      #"{"inputs": [{"name": "a", "type": "int"}, {"name": "age_days", "type": "int", "derived": true}]}"#
    let signature = try ModelSignature(
      fields: #require(JSONValue(parsing: Array(text.utf8)).objectValue), path: "s")
    let message = "the derived input 'age_days' cannot be computed here"
    var reader = try JSONLinesRowReader(
      MemorySource(Array("{\"a\": 1}".utf8)), path: "rows", signature: signature, keeps: .nothing)
    let error = #expect(throws: LearnerError.self) { try reader.next() }
    #expect(error?.message == "'rows' line 1: \(message)")
    let records = try RecordReader(MemorySource(Array("a\n1\n".utf8)), named: "rows.csv")
    #expect(throws: LearnerError.derivedInputs(path: "rows.csv", names: ["age_days"])) {
      try CSVRowReader(records, path: "rows.csv", signature: signature, keeps: false)
    }
  }
}
