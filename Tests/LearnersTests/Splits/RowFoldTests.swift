import Testing

@testable import Learners

@Suite struct `Folds` {
  private let labels = (0..<103).map { [0, 0, 0, 0, 0, 0, 1, 1, 2, 0][$0 % 10] }

  private func folds(
    _ method: SplitMethod, rows: [Int]? = nil, labels: [Int]?, count: Int = 5, seed: UInt64 = 42
  ) throws -> [RowFold] {
    let table = Table(columns: [], rowCount: self.labels.count)
    return try method.folds(
      table, rows: rows ?? Array(self.labels.indices), labels: labels, count: count, seed: seed)
  }

  @Test(arguments: [SplitMethod.stratified, .random])
  func `measure on each row once and fit on it in all others`(method: SplitMethod) throws {
    let folds = try folds(method, labels: labels)
    #expect(folds.flatMap(\.validation).sorted() == Array(labels.indices))
    for fold in folds {
      #expect((fold.train + fold.validation).sorted() == Array(labels.indices))
      #expect(fold.train == fold.train.sorted() && fold.validation == fold.validation.sorted())
    }
  }

  @Test func `have each class as evenly as can be`() throws {
    let parts = try folds(.stratified, labels: labels).map(\.validation)
    for label in 0...2 {
      let counts = parts.map { part in part.count { labels[$0] == label } }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
    #expect(parts.map(\.count).sorted() == [20, 20, 21, 21, 21])
  }

  @Test(
    arguments: [
      SplitMethod.stratified, .random, .timeOrdered(column: "x"), .grouped(column: "x"),
    ])
  func `are not more than rows, however many are asked for`(method: SplitMethod) {
    let table = Table(columns: [numeric("x", [1, 2, 3])], rowCount: 3)
    let error = LearnerError.unsplittable(.fewerRowsThanFolds(rows: 3, folds: .max))
    #expect(throws: error) {
      try method.folds(table, rows: [0, 1, 2], labels: nil, count: .max, seed: 1)
    }
  }

  @Test func `divide the rows that they are given and no others`() throws {
    let rows = Array(20..<60)
    let folds = try folds(.stratified, rows: rows, labels: labels, count: 4)
    #expect(folds.flatMap(\.validation).sorted() == rows)
  }

  @Test(arguments: [SplitMethod.stratified, .random])
  func `are decided by the seed`(method: SplitMethod) throws {
    let first = try folds(method, labels: labels)
    #expect(try folds(method, labels: labels) == first)
    #expect(try folds(method, labels: labels, seed: 43) != first)
  }

  @Test func `of numbers are drawn at random`() throws {
    #expect(try folds(.stratified, labels: nil) == folds(.random, labels: labels))
  }

  @Test func `name the class that is too small`() {
    var labels = labels
    labels.replaceSubrange(0..<3, with: [7, 7, 7])
    let error = #expect(throws: LearnerError.self) { try folds(.stratified, labels: labels) }
    #expect(
      error == .unsplittable(.fewerRowsOfClassThanFolds(label: 7, rows: 3, folds: 5)))
    #expect(error?.message == "class 7 has 3 rows, and 5 folds need one each")
  }

  @Test func `need a row each`() {
    let error = #expect(throws: LearnerError.self) {
      try folds(.random, rows: [3, 4], labels: nil, count: 3)
    }
    #expect(error?.message == "there are 2 rows, and 3 folds need one each")
  }

  @Test(arguments: [1, 0, -1])
  func `are two or more`(count: Int) {
    let expected = LearnerError.hyperparameterOutOfRange(
      name: "folds", value: "\(count)", allowed: "a number of at least 2")
    #expect(throws: expected) { try folds(.random, labels: nil, count: count) }
  }

  @Test func `need as many labels as rows`() {
    let expected = LearnerError.lengthsDiffer(what: "labels", expected: 103, found: 2)
    #expect(throws: expected) { try folds(.stratified, labels: [0, 1]) }
  }
}
