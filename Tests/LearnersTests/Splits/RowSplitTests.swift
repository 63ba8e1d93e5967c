import Testing

@testable import Learners

@Suite struct `A stratified split` {
  private let labels = (0..<1000).map { $0 % 10 == 0 ? 1 : 0 }

  private func split(
    _ labels: [Int], test: Double, validation: Double, seed: UInt64 = 42
  ) throws -> RowSplit {
    try RowSplit.stratified(
      labels: labels, testFraction: test, validationFraction: validation, seed: seed)
  }

  @Test func `puts every row into one part`() throws {
    let split = try split(labels, test: 0.2, validation: 0.15)
    #expect((split.train + split.validation + split.test).sorted() == Array(0..<1000))
  }

  @Test func `keeps rows ascending in every part`() throws {
    let split = try split(labels, test: 0.2, validation: 0.15)
    for part in [split.train, split.validation, split.test] { #expect(part == part.sorted()) }
  }

  @Test func `gives every part its share of each class`() throws {
    let split = try split(labels, test: 0.2, validation: 0.1)
    let sizes = [split.train, split.validation, split.test].map { part in
      [0, 1].map { label in part.count { labels[$0] == label } }
    }
    #expect(sizes == [[630, 70], [90, 10], [180, 20]])
  }

  @Test func `gives rows left over to the largest remainders`() throws {
    // 7 rows: shares of 4.2, 1.05 and 1.75, so the one row left over goes to the test part.
    let split = try split(Array(repeating: 3, count: 7), test: 0.25, validation: 0.15)
    #expect([split.train.count, split.validation.count, split.test.count] == [4, 1, 2])
  }

  @Test func `gives train the row when remainders tie`() throws {
    // 8 rows: shares of 5.6, 1.6 and 0.8; as Double the first remainder is a little less.
    let split = try split(Array(repeating: 3, count: 8), test: 0.1, validation: 0.2)
    #expect([split.train.count, split.validation.count, split.test.count] == [6, 1, 1])
  }

  @Test func `is decided by the seed`() throws {
    let split0 = try split(labels, test: 0.2, validation: 0.2)
    #expect(try split(labels, test: 0.2, validation: 0.2) == split0)
    #expect(try split(labels, test: 0.2, validation: 0.2, seed: 43) != split0)
  }

  @Test func `is the same for ever`() throws {
    // The same algorithms written in Python give these rows.
    let split = try split([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], test: 0.2, validation: 0.2, seed: 1)
    #expect(split.train == [0, 1, 4, 6, 7, 9])
    #expect(split.validation == [2, 5])
    #expect(split.test == [3, 8])
  }

  @Test func `leaves a part empty that has no share`() throws {
    let split = try split(labels, test: 0, validation: 0)
    #expect(split.train.count == 1000)
    #expect(split.validation.isEmpty && split.test.isEmpty)
  }

  @Test func `names the class that is too small`() {
    let error = #expect(throws: LearnerError.self) {
      try split([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7], test: 0.2, validation: 0.1)
    }
    #expect(error == .tooFewRowsToSplit(label: 7, rows: 2, part: .validation))
    #expect(error?.message == "class 7 has 2 rows, so none for the validation part")
  }

  static let fractions: [(test: Double, validation: Double)] = [
    (0.5, 0.5), (-0.1, 0), (0, -0.1), (.nan, 0), (1, 0),
  ]

  @Test(arguments: fractions)
  func `needs fractions that leave rows to train on`(test: Double, validation: Double) {
    #expect(throws: LearnerError.self) { try split(labels, test: test, validation: validation) }
  }
}
