import Testing

@testable import Learners

@Suite struct `The permutation importance of a column` {
  /// By hand: one of two rows in each order, so that a shuffle either changes nothing or turns a score
  /// of 1 - 0 into one of 0 - 1.
  @Test func `is the mean fall of the score and its deviation`() throws {
    let rows = Table(
      columns: [numeric("x", [1, 0]), numeric("z", [5, 7])], rowCount: 2)
    let found = try permutationImportances(
      of: ["z", "x"], in: rows, repeats: 1_000, seed: 1, score: difference)
    #expect(found.map(\.name) == ["z", "x"])
    #expect(found[0].mean == 0 && found[0].deviation == 0)
    // Turned about half of the times, which costs 2: the mean is 1, and so is the deviation.
    #expect(abs(found[1].mean - 1) < 0.15)
    let turned = found[1].mean / 2
    let deviation = 2 * (turned * (1 - turned)).squareRoot()
    #expect(agree([found[1].deviation], [deviation], relative: 1e-9))
  }

  @Test func `is the same with one seed, whatever columns come before`() throws {
    let (rows, _) = sampleClassification(50, seed: 91)
    let both = try permutationImportances(
      of: ["z", "x"], in: rows, repeats: 3, seed: 5, score: firstByRow)
    let one = try permutationImportances(
      of: ["x"], in: rows, repeats: 3, seed: 5, score: firstByRow)
    #expect(both[1] == one[0])
    let other = try permutationImportances(
      of: ["x"], in: rows, repeats: 3, seed: 6, score: firstByRow)
    #expect(other != one)
  }

  @Test func `is large where a model looks`() throws {
    let (rows, labels) = sampleClassification(400, seed: 92)
    let model = try RandomForest().fit(bins(of: rows), labels: labels)
    let (others, truth) = sampleClassification(400, seed: 93)
    let found = try permutationImportances(
      of: ["x", "t", "z", "u"], in: others, repeats: 5, seed: 1
    ) {
      (table) throws(LearnerError) in
      try areaUnderROC(scores: model.probabilities(table), labels: truth)
    }
    #expect(found[0].mean > 0.3)
    #expect(found[0].mean > 5 * found[1].mean)
    #expect(abs(found[2].mean) < 0.03 && abs(found[3].mean) < 0.03)
  }

  @Test func `refuses no repeats and unknown columns, and passes errors on`() throws {
    let rows = Table(columns: [numeric("x", [1, 0])], rowCount: 2)
    #expect(throws: LearnerError.noSuchColumn("y", known: ["x"])) {
      try permutationImportances(of: ["y"], in: rows, repeats: 1, seed: 1, score: difference)
    }
    #expect(
      throws: LearnerError.hyperparameterOutOfRange(
        name: "repeats", value: "0", allowed: "a number of at least 1")
    ) {
      try permutationImportances(of: ["x"], in: rows, repeats: 0, seed: 1, score: difference)
    }
    #expect(throws: LearnerError.noRows) {
      try permutationImportances(of: ["x"], in: rows, repeats: 1, seed: 1) {
        (_) throws(LearnerError) in throw .noRows
      }
    }
  }
}

/// The first cell of "x" less the second.
private func difference(_ table: Table) throws(LearnerError) -> Double {
  let x = try table.column("x").numberCells()
  return x[0] - x[1]
}

/// The sum of the cells of "x", each times its row's number.
private func firstByRow(_ table: Table) throws(LearnerError) -> Double {
  try table.column("x").numberCells().enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
}
