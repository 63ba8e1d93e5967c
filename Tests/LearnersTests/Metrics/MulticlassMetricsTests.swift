import Testing

@testable import Learners

@Suite struct `Multiclass metrics` {
  @Test(arguments: EvaluationFixture.stored.multiclass)
  func `are what scikit-learn measures`(fixture: EvaluationFixture.Multiclass) throws {
    let metrics = try MulticlassMetrics(
      probabilities: fixture.probabilities, labels: fixture.labels,
      classCount: fixture.classCount)
    let found = [
      metrics.logLoss, metrics.accuracy, metrics.macroF1, metrics.macroPrecision,
      metrics.macroRecall, metrics.macroAreaUnderROC,
    ]
    let expected = [
      fixture.logLoss, fixture.accuracy, fixture.f1Macro, fixture.precisionMacro,
      fixture.recallMacro, fixture.rocAucOvr,
    ]
    #expect(agree(found, expected, relative: 1e-13))
    #expect(metrics.confusionMatrix == fixture.confusionMatrix)
    #expect(metrics.sampleCount == fixture.labels.count)
  }

  @Test(arguments: EvaluationFixture.stored.multiclass)
  func `tell of each class what scikit-learn does`(fixture: EvaluationFixture.Multiclass) throws {
    let classes = try MulticlassMetrics(
      probabilities: fixture.probabilities, labels: fixture.labels,
      classCount: fixture.classCount
    ).classes
    #expect(agree(classes.map(\.precision), fixture.precision, relative: 1e-15))
    #expect(agree(classes.map(\.recall), fixture.recall, relative: 1e-15))
    #expect(agree(classes.map(\.f1), fixture.f1, relative: 1e-15))
    #expect(classes.map(\.support) == fixture.support)
  }

  /// By hand: of two labels the areas of both classes are that of the positive one.
  @Test func `agree with those of two labels`() throws {
    let (positive, labels) = ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    let metrics = try MulticlassMetrics(
      probabilities: positive.flatMap { [1 - $0, $0] }, labels: labels, classCount: 2)
    let binary = try BinaryMetrics(probabilities: positive, labels: labels)
    #expect(metrics.macroAreaUnderROC == binary.areaUnderROC)
    #expect(metrics.confusionMatrix == binary.confusionMatrix.rows)
    #expect(agree([metrics.logLoss], [binary.logLoss], relative: 1e-15))
  }

  private static let even = [Double](repeating: 1.0 / 3, count: 6)

  @Test(
    arguments: [
      ([], [], 3, LearnerError.noRows),
      (even, [0], 3, .lengthsDiffer(what: "probabilities", expected: 3, found: 6)),
      (even, [0, 3], 3, .labelOutOfRange(3, row: 2, classCount: 3)),
      (even, [0, 1, 2], 2, .labelNotBinary(2, row: 3)),
      ([0.5, 0.5, 0, 0.5, .nan, 0], [0, 1], 3, .probabilityOutOfRange(row: 2)),
      (even, [2, 2], 3, .oneLabelOnly("2")),
      (
        even, [0, 0], 1,
        .hyperparameterOutOfRange(
          name: "classCount", value: "1", allowed: "a number of at least 2")
      ),
    ] as [([Double], [Int], Int, LearnerError)])
  func `refuse`(
    probabilities: [Double], labels: [Int], classCount: Int, expected: LearnerError
  ) {
    #expect(throws: expected) {
      try MulticlassMetrics(
        probabilities: probabilities, labels: labels, classCount: classCount)
    }
  }
}
