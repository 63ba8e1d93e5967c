import Testing

@testable import Learners

@Suite struct `A column transformer` {
  @Test(arguments: LearningFixture.all)
  func `learns what scikit-learn learns`(fixture: LearningFixture) throws {
    let fitted = try fit(table(fixture.train))
    #expect(fitted.featureNames == fixture.featureNames)
    #expect(agree(fitted.numericInputs.map(\.median), fixture.medians, relative: 1e-15))
    #expect(
      agree(fitted.numericInputs.map(\.mean), fixture.means, relative: 1e-13, absolute: 1e-27))
    #expect(agree(fitted.numericInputs.map(\.scale), fixture.scales, relative: 1e-13))
  }

  /// Counted by hand: medians 2 and 2.5; the imputed columns 1 2 3 2 and 1 2 3 4.
  @Test(arguments: [([3, 1, .nan, 2], 2.0, 2.0, 0.5), ([4, 1, 3, 2], 2.5, 2.5, 1.25)])
  func `fills with the median before it standardises`(
    cells: [Double], median: Double, mean: Double, variance: Double
  ) throws {
    let fitted = try fit(table(numeric("x", cells)))
    let expected = NumericInput(
      name: "x", median: median, mean: mean, scale: variance.squareRoot())
    #expect(fitted.inputs == [.numeric(expected)])
  }

  @Test func `puts numbers first, then levels, each in table order`() throws {
    let columns = [
      categorical("job", ["b", "a"]), numeric("age", [1, 3]), categorical("loan", ["no", "no"]),
      numeric("day", [2, 2]),
    ]
    let rows = Table(columns: columns, rowCount: 2)
    let fitted = try fit(rows)
    #expect(fitted.featureNames == ["age", "day", "job_a", "job_b", "loan_no"])
    let features = try fitted.transform(rows)
    #expect(features.dense == [-1, 0, 1, 0])
    #expect(features.codes == [3, 4, 2, 4])
    #expect(features.featureCount == 5)
  }

  @Test func `leaves out columns that are not named and levels that do not occur`() throws {
    let job = Column(
      name: "job", type: .categorical, values: .categories(codes: [2, 0], levels: ["b", "x", "a"]))
    let rows = Table(columns: [numeric("age", [1, 2]), job], rowCount: 2)
    let fitted = try ColumnTransformer(columns: ["job"]).fit(rows)
    #expect(fitted.featureNames == ["job_a", "job_b"])
  }

  @Test func `gives a missing cell a feature only when one was missing in fitting`() throws {
    let whole = try fit(table(categorical("t", ["b", "a"])))
    let holed = try fit(table(categorical("t", ["b", ""])))
    let query = table(categorical("t", ["", "b", "c"]))
    #expect(try whole.transform(query).codes == [-1, 1, -1])
    #expect(try holed.transform(query).codes == [1, 0, -1])
    #expect(holed.featureNames == ["t_b", "t_nan"])
  }

  @Test func `tells levels apart byte by byte`() throws {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    let fitted = try fit(table(categorical("t", [composed, decomposed, composed])))
    #expect(fitted.featureCount == 2)
    #expect(try fitted.transform(table(categorical("t", [decomposed, composed]))).codes == [0, 1])
  }

  @Test func `takes a column without values for a missing one of either kind`() throws {
    let columns = [numeric("x", [1, 2]), categorical("t", ["a", ""])]
    let fitted = try fit(Table(columns: columns, rowCount: 2))
    let query = Table(columns: [categorical("x", [""]), numeric("t", [.nan])], rowCount: 1)
    let features = try fitted.transform(query)
    #expect(features.dense == [0])
    #expect(features.codes == [2])
  }

  @Test(arguments: [
    (Table(columns: [], rowCount: 1), ["x"], LearnerError.noSuchColumn("x", known: [])),
    (table(numeric("x", [])), ["x"], .noRows),
    (table(numeric("x", [1])), [], .noFeatures),
    (table(numeric("x", [.nan, .nan])), ["x"], .allMissing(column: "x")),
    (table(numeric("x", [1, -.infinity])), ["x"], .infiniteValue(column: "x", row: 2)),
    (table(numeric("x", [1e200, -1e200])), ["x"], .valuesTooLarge(column: "x")),
  ])
  func `refuses to fit on`(rows: Table, columns: [String], expected: LearnerError) {
    #expect(throws: expected) { try ColumnTransformer(columns: columns).fit(rows) }
  }

  @Test(arguments: [
    (numeric("z", [1]), LearnerError.noSuchColumn("x", known: ["z"])),
    (numeric("x", [.infinity]), .infiniteValue(column: "x", row: 1)),
    (
      categorical("x", ["a"]),
      .wrongColumnKind(column: "x", expected: "numbers", found: "text")
    ),
  ])
  func `refuses to transform`(column: Column, expected: LearnerError) throws {
    let fitted = try fit(table(numeric("x", [1, 2])))
    #expect(throws: expected) { try fitted.transform(table(column)) }
  }
}

/// A table of one column.
private func table(_ column: Column) -> Table {
  Table(columns: [column], rowCount: column.count)
}

/// Fitted on every column.
private func fit(_ table: Table) throws -> FittedColumnTransformer {
  try ColumnTransformer(columns: table.columns.map(\.name)).fit(table)
}

extension LearningFixture {
  static let all = LearningFixtures.learning
}
