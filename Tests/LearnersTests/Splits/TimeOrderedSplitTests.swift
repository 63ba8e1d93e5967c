import Testing

@testable import Learners

@Suite struct `A split by time` {
  private func split(
    _ column: Column, test: Double = 0.2, validation: Double = 0.2
  ) throws -> RowSplit {
    try SplitMethod.timeOrdered(column: "time").split(
      Table(columns: [column], rowCount: column.count), labels: nil, testFraction: test,
      validationFraction: validation, seed: 1)
  }

  @Test func `tests on the latest rows and validates on those before`() throws {
    let split = try split(numeric("time", [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]))
    #expect(split.test == [0, 1])
    #expect(split.validation == [2, 3])
    #expect(split.train == Array(4..<10))
  }

  @Test func `orders text as time goes`() throws {
    let days = ["2026-02-01", "2025-12-31", "2026-01-15", "2026-01-02", "2026-10-01"]
    let split = try split(categorical("time", days))
    #expect(split.train == [1, 2, 3])
    #expect(split.validation == [0])
    #expect(split.test == [4])
  }

  @Test func `orders text that ends before the hour, or before the day`() throws {
    let times = ["2026-01-15T10:30", "2026-01-15", "2026-02", "2026", "2025-12-31"]
    let split = try split(categorical("time", times))
    #expect(split.train == [1, 3, 4])
    #expect(split.validation == [0])
    #expect(split.test == [2])
  }

  /// By hand: the shares end behind 6 and 8 rows, where the third and the fourth time go on.
  @Test func `keeps rows of one time together`() throws {
    let split = try split(numeric("time", [1, 1, 2, 2, 3, 3, 3, 4, 4, 4]))
    #expect(split.train == [0, 1, 2, 3])
    #expect(split.validation == [4, 5, 6])
    #expect(split.test == [7, 8, 9])
  }

  @Test func `gives each part a time, however unevenly they are spread`() throws {
    let split = try split(numeric("time", [1, 2, 3, 3, 3, 3, 3, 3, 3, 3]))
    #expect(split.train == [0])
    #expect(split.validation == [1])
    #expect(split.test == Array(2..<10))
  }

  @Test func `leaves a part empty that has no share`() throws {
    let times = numeric("time", [0, 1, 2, 3, 4])
    let noValidation = try split(times, validation: 0)
    #expect(noValidation.train == [0, 1, 2, 3] && noValidation.test == [4])
    let noTest = try split(times, test: 0)
    #expect(noTest.train == [0, 1, 2, 3] && noTest.validation == [4])
    #expect(try split(times, test: 0, validation: 0).train == [0, 1, 2, 3, 4])
  }

  @Test func `names the row that has no time`() {
    let error = LearnerError.unsplittable(.missingCell(column: "time", row: 2))
    #expect(
      error.message == "the column 'time', by which rows are split, is missing in row 2")
    #expect(throws: error) {
      try split(categorical("time", ["2026-01-01", "", "2026-01-02"]))
    }
    #expect(throws: error) { try split(numeric("time", [1, .nan, 3])) }
  }

  @Test(
    arguments: [
      (["15/01/2026", "16/01/2026", "17/01/2026"], "15/01/2026"),
      (["2026-01-15", "2026-1-16", "2026-01-17"], "2026-1-16"),
      (["2026-01-15T10:00:00.5Z", "2026-01-15T10:00:00Z", "2026"], "2026-01-15T10:00:00Z"),
      (["Jan", "Feb", "Mar"], "Jan"),
      (["2026-01-15", "2026-01-20", "2026-01-5"], "2026-01-5"),
      (["2026-01-15T10:00", "2026-01-5", "2026-01-20T10:00"], "2026-01-5"),
    ])
  func `refuses text that does not sort as time goes`(times: [String], wrong: String) {
    let error = LearnerError.unsplittable(.notInTimeOrder(column: "time", text: wrong))
    #expect(throws: error) { try split(categorical("time", times)) }
  }

  @Test func `needs a time for each part`() {
    let error = #expect(throws: LearnerError.self) {
      try split(numeric("time", [1, 1, 2, 2, 2]))
    }
    #expect(
      error?.message
        == "the column 'time' has 2 different values, and 3 parts need one each")
  }

  @Test func `needs its column`() {
    #expect(throws: LearnerError.noSuchColumn("time", known: ["day"])) {
      try split(numeric("day", [1, 2, 3]))
    }
  }
}

@Suite struct `Folds by time` {
  private func folds(_ column: Column, count: Int, rows: [Int]? = nil) throws -> [RowFold] {
    try SplitMethod.timeOrdered(column: "time").folds(
      Table(columns: [column], rowCount: column.count),
      rows: rows ?? Array(0..<column.count), labels: nil, count: count, seed: 1)
  }

  @Test(arguments: EvaluationFixture.stored.timeFolds)
  func `are those of scikit-learn where all times differ`(
    fixture: EvaluationFixture.TimeFolds
  ) throws {
    let times = numeric("time", (0..<fixture.rows).map(Double.init))
    let folds = try folds(times, count: fixture.folds)
    #expect(folds.map { $0.train } == fixture.ends.map { Array(0..<$0[0]) })
    #expect(folds.map { $0.validation } == fixture.ends.map { Array($0[0]..<$0[1]) })
  }

  @Test func `fit only on what came before`() throws {
    var draws = SeededDraws(seed: 5)
    let times = (0..<200).map { _ in Double(draws.next(below: 30)) }
    let folds = try folds(numeric("time", times), count: 6)
    #expect(folds.count == 6)
    for fold in folds {
      let latest = fold.train.map { times[$0] }.max() ?? .infinity
      #expect(fold.validation.allSatisfy { times[$0] > latest } && !fold.validation.isEmpty)
    }
  }

  @Test func `divide the rows that they are given and no others`() throws {
    let folds = try folds(numeric("time", [5, 4, 3, 2, 1, 0]), count: 2, rows: [0, 2, 4])
    #expect(
      folds == [
        RowFold(train: [4], validation: [2]), RowFold(train: [2, 4], validation: [0]),
      ])
  }

  @Test func `need one more time than there are`() {
    let expected = LearnerError.unsplittable(.tooFewValues(column: "time", values: 2, parts: 3))
    #expect(throws: expected) { try folds(numeric("time", [1, 1, 2, 2]), count: 2) }
  }
}
