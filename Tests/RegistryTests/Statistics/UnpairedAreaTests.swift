import Testing

@testable import Registry

@Suite struct `An area of which only the counts are known` {
  @Test func `has the standard error and the interval of Hanley and McNeil`() throws {
    for example in GateStatisticsFixture.stored.hanleyMcneil {
      let area = try UnpairedArea(
        example.area, positives: example.positives, negatives: example.negatives)
      #expect(isClose(area.standardError, example.standardError))
      #expect(isClose(area.interval().lower, example.lower))
      #expect(isClose(area.interval().upper, example.upper))
    }
  }

  /// By hand: of 0.75, Q1 is 0.6 and Q2 is 9/14. So 0.75 · 0.25 + 1 · (0.6 − 0.5625)
  /// + 2 · (9/14 − 0.5625) = 27/70, and over 2 · 3 rows 9/140.
  @Test func `is as uncertain as counted by hand`() throws {
    let area = try UnpairedArea(0.75, positives: 2, negatives: 3)
    #expect(isClose(area.standardError, (9.0 / 140).squareRoot()))
  }

  @Test func `is compared as if the rows were different`() throws {
    let one = try UnpairedArea(0.80, positives: 100, negatives: 400)
    let other = try UnpairedArea(0.83, positives: 120, negatives: 380)
    let found = UnpairedArea.comparison(one, other)
    let squares =
      one.standardError * one.standardError + other.standardError * other.standardError
    #expect(isClose(found.standardError, squares.squareRoot()))
    #expect(isClose(found.difference.estimate, 0.03))
    // Centred on the difference, 1.96 standard errors to each side.
    let reach = found.difference.upper - found.difference.estimate
    #expect(isClose(reach, 1.959963984540054 * found.standardError))
    #expect(found.rows == 500)
    #expect(try #require(found.pValue) > 0.05)
  }

  @Test func `without error has no standard error and no test`() throws {
    let perfect = try UnpairedArea(1, positives: 5, negatives: 5)
    let found = UnpairedArea.comparison(perfect, perfect)
    #expect(found.standardError == 0)
    #expect(found.pValue == nil)
    #expect(found.smallestDetectableDifference == nil)
  }

  @Test func `is refused when it cannot be`() {
    for area in [-0.1, 1.1, .nan] {
      #expect(throws: EvidenceProblem.metricOutOfRange(.areaUnderROC)) {
        try UnpairedArea(area, positives: 5, negatives: 5)
      }
    }
    #expect(throws: EvidenceProblem.noRows) {
      try UnpairedArea(0.5, positives: 0, negatives: 0)
    }
    #expect(throws: EvidenceProblem.oneLabelOnly(isPositive: true)) {
      try UnpairedArea(0.5, positives: 5, negatives: 0)
    }
    #expect(throws: EvidenceProblem.oneLabelOnly(isPositive: false)) {
      try UnpairedArea(0.5, positives: 0, negatives: 5)
    }
    #expect(throws: EvidenceProblem.impossibleCounts) {
      try UnpairedArea(0.5, positives: .max, negatives: 5)
    }
  }
}
