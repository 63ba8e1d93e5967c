import Testing

@testable import Learners

@Suite struct `A calibration curve` {
  @Test func `is that of scikit-learn where bins are full`() throws {
    let fixture = EvaluationFixture.stored.curve
    let curve = try CalibrationCurve(
      probabilities: fixture.probabilities, labels: fixture.labels)
    #expect(
      agree(curve.bins.map(\.meanProbability), fixture.meanProbability, relative: 1e-14))
    #expect(agree(curve.bins.map(\.positiveShare), fixture.positiveShare, relative: 1e-15))
    #expect(
      agree(
        [curve.expectedCalibrationError], [fixture.expectedCalibrationError], relative: 1e-14))
  }

  /// By hand: six rows at 0.25, one of them positive, and four at 0.75, all positive.
  @Test func `keeps rows of one probability together`() throws {
    let curve = try CalibrationCurve(
      probabilities: [0.25, 0.75, 0.25, 0.25, 0.75, 0.25, 0.75, 0.25, 0.75, 0.25],
      labels: [1, 1, 0, 0, 1, 0, 1, 0, 1, 0])
    #expect(curve.bins.map(\.count) == [6, 4])
    #expect(curve.bins.map(\.meanProbability) == [0.25, 0.75])
    #expect(curve.bins.map(\.positiveShare) == [1.0 / 6, 1])
    let expected = (6 * (0.25 - 1.0 / 6) + 4 * 0.25) / 10
    #expect(agree([curve.expectedCalibrationError], [expected], relative: 1e-14))
  }

  @Test func `has as many points as rows where there are few`() throws {
    let curve = try CalibrationCurve(probabilities: [0.9, 0.1, 0.5], labels: [1, 0, 0])
    #expect(curve.bins.map(\.meanProbability) == [0.1, 0.5, 0.9])
  }

  @Test(
    arguments: [
      ([], [], LearnerError.noRows),
      ([0.5], [0, 1], .lengthsDiffer(what: "labels", expected: 1, found: 2)),
      ([0.5, 0.5], [0, 2], .labelNotBinary(2, row: 2)),
      ([0.5, 1.1], [0, 1], .probabilityOutOfRange(row: 2)),
    ] as [([Double], [Int], LearnerError)])
  func `refuses`(probabilities: [Double], labels: [Int], expected: LearnerError) {
    #expect(throws: expected) {
      try CalibrationCurve(probabilities: probabilities, labels: labels)
    }
  }
}
