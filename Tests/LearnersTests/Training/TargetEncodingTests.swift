import Testing

@testable import Learners

@Suite struct `The target` {
  private func encode(
    _ cells: [String?], positive: String? = nil, task: LearningTask? = nil
  ) throws(LearnerError) -> TargetEncoding {
    var levels: [String] = []
    let codes = cells.map { cell -> Int32 in
      guard let cell else { return -1 }
      if let index = levels.firstIndex(of: cell) { return Int32(index) }
      levels.append(cell)
      return Int32(levels.count - 1)
    }
    let column = Column(
      name: "y", type: .categorical, values: .categories(codes: codes, levels: levels))
    return try TargetEncoding(column: column, positive: positive, task: task)
  }

  /// The label that reads as true, and otherwise scikit-learn's choice, the last of `classes_`.
  @Test(arguments: [
    ("yes", "no"), ("1", "0"), ("TRUE", "FALSE"), ("True", "False"), ("1", "2"), ("b", "a"),
    ("y", "z"), ("t", "u"), ("positive", "unknown"), ("1.0", "2.0"), ("yes", "YES"), ("é", "z"),
    ("10", "0"), ("9", "10"),
  ])
  func `has the likely label as the positive one when nobody chose`(
    positive: String, negative: String
  ) throws {
    let target = try encode([positive, negative, positive])
    #expect(target.classes == [negative, positive])
    #expect(target.labels == [1, 0, 1])
    #expect(target.positiveWasChosen)
    // Whichever comes first in the file.
    #expect(try encode([negative, positive, positive]).classes == [negative, positive])
  }

  @Test func `has the label that was chosen as the positive one`() throws {
    let target = try encode(["no", "yes", "no"], positive: "no")
    #expect(target.classes == ["yes", "no"])
    #expect(target.labels == [1, 0, 1])
    #expect(!target.positiveWasChosen)
  }

  @Test(arguments: [
    (["0", "1"], true), (["1", "2"], true), (["-1", "1"], true), (["no", "yes"], false),
    (["0", "yes"], false), (["01", "1"], false), (["0.0", "1.0"], false), (["+1", "0"], false),
    (["0", "99999999999999999999"], false), (["3", "1", "2"], true),
  ])
  func `has whole numbers for labels only when all are spelled so`(
    labels: [String], areIntegers: Bool
  ) throws {
    let target = try encode(labels)
    #expect(target.hasIntegerClasses == areIntegers)
  }

  @Test func `needs two labels`() {
    #expect(throws: LearnerError.oneLabelOnly("no")) { try encode(["no", "no"]) }
    let three = LearnerError.tooManyLabels(column: "y", labels: ["a", "b", "c"], limit: 2)
    #expect(throws: three) { try encode(["b", "c", "a", "b"], positive: "a") }
    #expect(throws: LearnerError.noRows) { try encode([]) }
  }

  @Test func `is never missing: the first row without it is named`() {
    let refusal = LearnerError.targetMissing(column: "y", row: 2, count: 2)
    #expect(throws: refusal) { try encode(["no", nil, "yes", nil]) }
    #expect(refusal.message == "the target 'y' is missing in 2 rows, first in row 2")
  }

  @Test(arguments: ["Yes", "", "1", "e\u{301}"])
  func `has no label that is spelled otherwise`(label: String) {
    #expect(throws: LearnerError.noSuchLabel(label, column: "y", known: ["no", "é"])) {
      try encode(["no", "é"], positive: label)
    }
  }

  @Test func `is one of several labels, numbered in the order of bytes`() throws {
    let target = try encode(["b", "c", "a", "b"])
    #expect(target.task == .multiclass)
    #expect(target.classes == ["a", "b", "c"])
    #expect(target.labels == [1, 2, 0, 1])
    #expect(target.positive == nil)
  }

  @Test func `is a number when cells have fractions, or many different whole ones`() throws {
    let target = try encode(["1.5", " 2", "-3e1"])
    #expect(target.task == .regression)
    #expect(target.numbers == [1.5, 2, -30])
    #expect(try encode((0...20).map(String.init)).task == .regression)
    #expect(try encode((0..<20).map(String.init)).task == .multiclass)
    #expect(try encode(["1", "2", "x"]).task == .multiclass)
  }

  @Test(arguments: ["1e300", "-inf"])
  func `is no number where it is infinite in single precision`(cell: String) throws {
    let error = LearnerError.targetNotNumeric(column: "y", row: 3, cell: cell)
    #expect(throws: error) { try encode(["1.5", "2", cell]) }
  }

  @Test func `is what the task says`() throws {
    #expect(try encode(["1", "2"], task: .regression).numbers == [1, 2])
    #expect(try encode(["1.5", "2.5", "3.5"], task: .multiclass).classes == ["1.5", "2.5", "3.5"])
    let text = LearnerError.targetNotNumeric(column: "y", row: 2, cell: "x")
    #expect(throws: text) { try encode(["1", "x"], task: .regression) }
    let two = LearnerError.labelsOfAnotherTask(column: "y", count: 2, task: .multiclass)
    #expect(throws: two) { try encode(["1", "x"], task: .multiclass) }
  }

  @Test func `has a hundred labels at most`() throws {
    let labels = (0...100).map { "n\($0)" }
    #expect(try encode(Array(labels.dropLast())).classes.count == 100)
    #expect(throws: LearnerError.self) { try encode(labels) }
  }
}
