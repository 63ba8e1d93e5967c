import Testing

@testable import Learners

@Suite struct `The target` {
  private func encode(
    _ cells: [String?], positive: String? = nil
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
    return try TargetEncoding(column: column, positive: positive)
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
    (["0", "1"], [0, 1] as [Int64]?), (["1", "2"], [2, 1]), (["-1", "1"], [-1, 1]),
    (["no", "yes"], nil), (["0", "yes"], nil), (["01", "1"], nil), (["0.0", "1.0"], nil),
    (["+1", "0"], nil), (["0", "99999999999999999999"], nil),
  ])
  func `has whole numbers for labels only when both are spelled so`(
    labels: [String], numbers: [Int64]?
  ) throws {
    let target = try encode(labels)
    #expect(target.integerClasses == numbers)
    #expect(target.labelType == (numbers == nil ? .categorical : .integer))
  }

  @Test func `needs two labels`() {
    #expect(throws: LearnerError.oneLabelOnly("no")) { try encode(["no", "no"]) }
    #expect(throws: LearnerError.tooManyLabels(column: "y", labels: ["a", "b", "c"])) {
      try encode(["b", "c", "a", "b"])
    }
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
}
