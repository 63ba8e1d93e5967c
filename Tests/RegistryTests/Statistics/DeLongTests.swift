import Testing

@testable import Registry

@Suite struct `DeLong's comparison of two areas` {
  @Test(arguments: GateStatisticsFixture.stored.paired)
  func `is that of its definition over all pairs of rows`(
    dataset: GateStatisticsFixture.Dataset
  ) throws {
    let deLong = try DeLong(dataset.pairs())
    let expected = dataset.delong
    #expect(isClose(deLong.firstStandardError, expected.firstStandardError))
    #expect(isClose(deLong.secondStandardError, expected.secondStandardError))
    let found = deLong.comparison()
    #expect(isClose(found.first, try #require(dataset.metricsOfFirst["roc_auc"])))
    #expect(isClose(found.second, try #require(dataset.metricsOfSecond["roc_auc"])))
    #expect(isClose(found.standardError, expected.standardError))
    #expect(isClose(found.difference.estimate, expected.difference, relative: 1e-11))
    #expect(isClose(found.difference.lower, expected.lower, relative: 1e-11))
    #expect(isClose(found.difference.upper, expected.upper, relative: 1e-11))
    #expect(isClose(try #require(found.pValue), expected.pValue, relative: 1e-10))
    #expect(
      isClose(
        try #require(found.smallestDetectableDifference), expected.detectableWith80Percent))
    #expect(found.rows == dataset.labels.count)
    #expect(found.difference.method == .deLong)
  }

  @Test func `of one order with itself is certain that nothing differs`() throws {
    let labels = [true, false, true, false, false]
    let scores = [0.9, 0.1, 0.3, 0.3, 0.5]
    // Halved, the scores keep their order.
    let pairs = try PairedPredictions(
      labels: labels, first: scores, second: scores.map { $0 / 2 })
    let found = try DeLong(pairs).comparison()
    #expect(found.difference.estimate == 0)
    #expect(found.difference.lower == 0)
    #expect(found.difference.upper == 0)
    #expect(found.pValue == 1)
    #expect(found.smallestDetectableDifference == nil)
  }

  @Test func `changes its sign when the models are exchanged`() throws {
    let dataset = GateStatisticsFixture.stored.paired[1]
    let labels = dataset.labels.map { $0 == 1 }
    let one = try DeLong(dataset.pairs()).comparison()
    let other = try DeLong(
      PairedPredictions(labels: labels, first: dataset.second, second: dataset.first)
    ).comparison()
    #expect(other.difference.estimate == -one.difference.estimate)
    #expect(other.difference.upper == -one.difference.lower)
    #expect(other.pValue == one.pValue)
  }

  @Test(
    arguments: [
      ([true, true], [0.1, 0.2], [0.2, 0.1], .oneLabelOnly(isPositive: true)),
      ([false, false], [0.1, 0.2], [0.2, 0.1], .oneLabelOnly(isPositive: false)),
      ([true, false, false], [0.1, 0.2, 0.3], [0.2, 0.1, 0], .singleRow(isPositive: true)),
      ([true, false, true], [0.1, 0.2, 0.3], [0.2, 0.1, 0], .singleRow(isPositive: false)),
      // Without error against without knowledge: every row agrees that it is half an area better.
      ([true, true, false, false], [0.5, 0.5, 0.5, 0.5], [0.9, 0.8, 0.2, 0.1], .noSpread),
    ] as [([Bool], [Double], [Double], EvidenceProblem)])
  func `is not made`(
    labels: [Bool], first: [Double], second: [Double], because problem: EvidenceProblem
  ) throws {
    let pairs = try PairedPredictions(labels: labels, first: first, second: second)
    #expect(throws: problem) { try DeLong(pairs) }
  }
}
