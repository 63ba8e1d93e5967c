import Testing

@testable import Learners

@Suite struct `Regression metrics` {
  @Test(arguments: EvaluationFixture.stored.regression)
  func `are what scikit-learn measures`(fixture: EvaluationFixture.Regression) throws {
    let metrics = try RegressionMetrics(
      predictions: fixture.predictions, targets: fixture.targets)
    let found = [metrics.rootMeanSquaredError, metrics.meanAbsoluteError, metrics.rSquared]
    #expect(
      agree(found, [fixture.rmse, fixture.mae, fixture.r2], relative: 1e-13, absolute: 1e-15))
    #expect(metrics.sampleCount == fixture.targets.count)
  }

  /// By hand: errors of 3 and 4 × 10²⁰⁰, whose squares are no numbers.
  @Test func `are finite for errors whose squares are not`() throws {
    let metrics = try RegressionMetrics(predictions: [3e200, 0], targets: [0, 4e200])
    let expected = Double(12.5).squareRoot() * 1e200
    #expect(agree([metrics.rootMeanSquaredError], [expected], relative: 1e-15))
    #expect(metrics.meanAbsoluteError == 3.5e200)
    // Around the mean of 2 × 10²⁰⁰ both targets are 2 off.
    #expect(agree([metrics.rSquared], [1 - 12.5 / 4], relative: 1e-14))
  }

  /// Three times 0.1 has another mean than 0.1.
  @Test func `see that a target is constant where its mean is rounded`() throws {
    let metrics = try RegressionMetrics(predictions: [0.1, 0.2, 0.3], targets: [0.1, 0.1, 0.1])
    #expect(metrics.rSquared == 0)
  }

  @Test func `have a lowest value for what is explained`() throws {
    let metrics = try RegressionMetrics(predictions: [1e200, 0], targets: [0, 1e-200])
    #expect(metrics.rSquared == -.greatestFiniteMagnitude)
  }

  @Test(
    arguments: [
      ([], [], LearnerError.noRows),
      ([1], [1, 2], .lengthsDiffer(what: "targets", expected: 1, found: 2)),
      ([1, 2], [1, .nan], .targetNotFinite(row: 2)),
      ([.infinity, 2], [1, 2], .scoreNotFinite(row: 1)),
      ([1, -1.7e308], [1, 1.7e308], .scoreNotFinite(row: 2)),
    ] as [([Double], [Double], LearnerError)])
  func `refuse`(predictions: [Double], targets: [Double], expected: LearnerError) {
    #expect(throws: expected) {
      try RegressionMetrics(predictions: predictions, targets: targets)
    }
  }
}
