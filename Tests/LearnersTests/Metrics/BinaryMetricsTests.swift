import Testing

@testable import Learners

@Suite struct `Binary metrics` {
  @Test(arguments: LearningFixtures.measuring)
  func `are what scikit-learn measures`(fixture: MetricsFixture) throws {
    let metrics = try BinaryMetrics(
      probabilities: fixture.scores, labels: fixture.labels, threshold: fixture.threshold)
    let found = Metric.measured(for: .binary).map { $0.value(in: metrics) }
    let expected = [
      fixture.areaUnderROC, fixture.averagePrecision, fixture.f1, fixture.precision,
      fixture.recall, fixture.accuracy, fixture.logLoss, fixture.brierScore,
    ]
    #expect(agree(found, expected, relative: 1e-14))
    #expect(metrics.confusionMatrix.rows == fixture.confusionMatrix)
    #expect(metrics.sampleCount == fixture.labels.count)
  }

  /// By hand: of the 2 × 2 pairs, one is won, one tied and two are lost.
  @Test func `count a tie as half a win`() throws {
    let area = try areaUnderROC(scores: [0.5, 0.2, 0.5, 0.8], labels: [1, 1, 0, 0])
    #expect(area == 0.5 / 4)
    let better = try areaUnderROC(scores: [0.5, 0.2, 0.5, 0.1], labels: [1, 1, 0, 0])
    #expect(better == 2.5 / 4)
  }

  @Test func `do not depend on the order of the rows`() throws {
    var draws = SeededDraws(seed: 3)
    let scores = (0..<100).map { _ in Double(draws.next(below: 10)) / 10 }
    let labels = (0..<100).map { _ in draws.next(below: 2) }
    let straight = try BinaryMetrics(probabilities: scores, labels: labels)
    let turned = try BinaryMetrics(
      probabilities: scores.reversed(), labels: labels.reversed())
    #expect(turned.areaUnderROC == straight.areaUnderROC)
    #expect(turned.averagePrecision == straight.averagePrecision)
    #expect(turned.confusionMatrix == straight.confusionMatrix)
  }

  @Test func `keep the area when the scores are moved without changing their order`() throws {
    let (scores, labels) = ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    // scikit-learn's own example for roc_auc_score.
    #expect(try areaUnderROC(scores: scores, labels: labels) == 0.75)
    #expect(try areaUnderROC(scores: scores.map { 1e9 * $0 - 7 }, labels: labels) == 0.75)
    #expect(try areaUnderROC(scores: scores.map { -$0 }, labels: labels) == 0.25)
  }

  @Test func `know the share of positives`() throws {
    let metrics = try BinaryMetrics(probabilities: [0.5, 0.5, 0.1, 0.9], labels: [1, 0, 0, 0])
    #expect(metrics.prevalence == 0.25)
    #expect(metrics.confusionMatrix.rows == [[1, 2], [0, 1]])
  }

  @Test(
    arguments: [
      ([], [], LearnerError.noRows),
      ([0.5], [0, 1], .lengthsDiffer(what: "labels", expected: 1, found: 2)),
      ([0.5, 0.5], [0, 3], .labelNotBinary(3, row: 2)),
      ([0.5, .nan], [0, 1], .scoreNotFinite(row: 2)),
      ([.infinity, 0.5], [0, 1], .scoreNotFinite(row: 1)),
      ([0.5, 1.5], [0, 1], .probabilityOutOfRange(row: 2)),
      ([0.5, 0.5], [0, 0], .oneLabelOnly("0")),
      ([0.5, 0.5], [1, 1], .oneLabelOnly("1")),
    ] as [([Double], [Int], LearnerError)])
  func `refuse`(probabilities: [Double], labels: [Int], expected: LearnerError) {
    #expect(throws: expected) { try BinaryMetrics(probabilities: probabilities, labels: labels) }
  }

  @Test(arguments: [-0.1, 1.1, .nan])
  func `refuse a threshold that is no probability`(threshold: Double) {
    #expect(throws: LearnerError.self) {
      try BinaryMetrics(probabilities: [0, 1], labels: [0, 1], threshold: threshold)
    }
  }
}
