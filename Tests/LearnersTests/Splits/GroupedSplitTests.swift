import Testing

@testable import Learners

@Suite struct `A split by groups` {
  private let method = SplitMethod.grouped(column: "patient")

  /// 60 patients of 1 to 9 rows; one in five has positive rows.
  private let sample: (column: Column, labels: [Int]) = {
    var draws = SeededDraws(seed: 11)
    var (patients, labels): ([String], [Int]) = ([], [])
    for patient in 0..<60 {
      let rows = 1 + draws.next(below: 9)
      patients += [String](repeating: "p\(patient)", count: rows)
      labels += (0..<rows).map { _ in patient % 5 == 0 ? draws.next(below: 2) : 0 }
    }
    return (categorical("patient", patients), labels)
  }()

  private func split(
    _ column: Column, labels: [Int]?, test: Double = 0.2, validation: Double = 0.2,
    seed: UInt64 = 42
  ) throws -> RowSplit {
    try method.split(
      Table(columns: [column], rowCount: column.count), labels: labels, testFraction: test,
      validationFraction: validation, seed: seed)
  }

  private func patients(_ rows: [Int]) -> Set<Int32> {
    guard case .categories(let codes, _) = sample.column.values else { return [] }
    return Set(rows.map { codes[$0] })
  }

  @Test func `puts every row into one part and no group into two`() throws {
    let split = try split(sample.column, labels: sample.labels)
    let parts = [split.train, split.validation, split.test]
    #expect(parts.joined().sorted() == Array(0..<sample.column.count))
    #expect(parts.map { patients($0).count }.reduce(0, +) == 60)
  }

  @Test func `gives each part its share of the rows and of each class`() throws {
    let split = try split(sample.column, labels: sample.labels)
    let positives = Double(sample.labels.count { $0 == 1 })
    for (part, share) in zip([split.train, split.validation, split.test], [0.6, 0.2, 0.2]) {
      #expect(abs(Double(part.count) / Double(sample.column.count) - share) < 0.02)
      let found = Double(part.count { sample.labels[$0] == 1 })
      #expect(abs(found / positives - share) < 0.1)
    }
  }

  @Test func `is decided by the seed`() throws {
    let first = try split(sample.column, labels: sample.labels)
    #expect(try split(sample.column, labels: sample.labels) == first)
    #expect(try split(sample.column, labels: sample.labels, seed: 43) != first)
  }

  @Test func `takes numbers for groups, and needs no labels`() throws {
    let split = try split(numeric("patient", [1, 2, 3, 1, 2, 3]), labels: nil)
    for part in [split.train, split.validation, split.test] {
      #expect(part.count == 2 && part[1] == part[0] + 3)
    }
  }

  @Test func `leaves no part empty that has a share`() throws {
    let split = try split(
      numeric("patient", [1, 2, 3]), labels: nil, test: 0.05, validation: 0.05)
    #expect([split.train.count, split.validation.count, split.test.count] == [1, 1, 1])
    let noValidation = try self.split(
      numeric("patient", [1, 2]), labels: nil, test: 0.05, validation: 0)
    #expect(noValidation.train.count == 1 && noValidation.test.count == 1)
  }

  @Test func `needs a group for each part`() {
    let expected = LearnerError.unsplittable(
      .tooFewValues(column: "patient", values: 2, parts: 3))
    #expect(throws: expected) {
      try split(numeric("patient", [1, 1, 2]), labels: [0, 1, 1])
    }
  }

  @Test func `names the row that has no group`() {
    let expected = LearnerError.unsplittable(.missingCell(column: "patient", row: 3))
    #expect(throws: expected) {
      try split(categorical("patient", ["a", "b", ""]), labels: nil)
    }
  }

  @Test func `has folds that share no group and are about equal`() throws {
    let table = Table(columns: [sample.column], rowCount: sample.column.count)
    let rows = Array(0..<table.rowCount)
    let folds = try method.folds(table, rows: rows, labels: sample.labels, count: 5, seed: 1)
    #expect(folds.flatMap(\.validation).sorted() == rows)
    for fold in folds {
      #expect(patients(fold.train).isDisjoint(with: patients(fold.validation)))
      #expect(abs(fold.validation.count * 5 - rows.count) <= 5 * 9)
      #expect(fold.validation.contains { sample.labels[$0] == 1 })
    }
  }
}

@Suite struct `A random split` {
  @Test func `gives every part its share of the rows`() throws {
    let table = Table(columns: [], rowCount: 1000)
    let split = try SplitMethod.random.split(
      table, labels: nil, testFraction: 0.2, validationFraction: 0.1, seed: 3)
    #expect([split.train.count, split.validation.count, split.test.count] == [700, 100, 200])
    #expect((split.train + split.validation + split.test).sorted() == Array(0..<1000))
    let stratified = try SplitMethod.stratified.split(
      table, labels: nil, testFraction: 0.2, validationFraction: 0.1, seed: 3)
    #expect(stratified == split)
  }

  /// By hand: of shares of 1.2, 0.4 and 0.4 rows the first remainder is the validation part's.
  @Test func `names the part that gets no row`() {
    let error = #expect(throws: LearnerError.self) {
      try SplitMethod.random.split(
        Table(columns: [], rowCount: 2), labels: [0, 1], testFraction: 0.2,
        validationFraction: 0.2, seed: 3)
    }
    #expect(error?.message == "there are 2 rows, so none for the test part")
  }

  @Test func `needs rows`() {
    #expect(throws: LearnerError.noRows) {
      try SplitMethod.random.split(
        Table(columns: [], rowCount: 0), labels: nil, testFraction: 0, validationFraction: 0,
        seed: 3)
    }
  }
}
