import Testing

@testable import Learners

@Suite struct `A design matrix` {
  @Test func `keeps numbers and codes of the rows that are picked`() {
    let matrix = DesignMatrix(
      rowCount: 3, denseCount: 2, dense: [1, 2, 3, 4, 5, 6], categoricalCount: 1,
      codes: [2, -1, 3], featureCount: 4)
    let picked = matrix.rows([2, 0, 2])
    #expect(picked.rowCount == 3)
    #expect(picked.dense == [5, 6, 1, 2, 5, 6])
    #expect(picked.codes == [3, 2, 3])
    #expect(picked.featureCount == 4)
  }

  @Test(
    arguments: [
      ([1, 2, 3], 2, 2, LearnerError.lengthsDiffer(what: "numbers", expected: 4, found: 3)),
      ([], -1, 0, .lengthsDiffer(what: "numbers", expected: 0, found: 0)),
      ([], .max, 2, .lengthsDiffer(what: "numbers", expected: .max, found: 0)),
      ([1, 2, 3, .nan], 2, 2, .infiniteValue(column: "1", row: 2)),
      ([1, .infinity], 2, 1, .infiniteValue(column: "0", row: 2)),
    ] as [([Double], Int, Int, LearnerError)])
  func `refuses numbers that do not fill it or are not finite`(
    dense: [Double], rowCount: Int, featureCount: Int, expected: LearnerError
  ) {
    #expect(throws: expected) {
      try DesignMatrix(dense: dense, rowCount: rowCount, featureCount: featureCount)
    }
  }
}
