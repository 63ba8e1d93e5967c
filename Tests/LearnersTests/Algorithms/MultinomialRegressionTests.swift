import Testing

@testable import Learners

@Suite struct `A logistic regression of several classes` {
  @Test(arguments: [
    (1.0, ClassWeights.equal, LinearFixture.multinomial),
    (0.1, .balanced, LinearFixture.balancedMultinomial),
  ])
  func `finds the coefficients that scikit-learn finds`(
    inverseRegularization: Double, classWeights: ClassWeights, expected: [Double]
  ) throws {
    let (features, targets) = try sampleNumbers()
    var learner = LogisticRegression(inverseRegularization: inverseRegularization)
    learner.classWeights = classWeights
    let model = try learner.fit(features, labels: classes(targets), classCount: 3)
    #expect(model.converged)
    let found = zip(model.coefficients, model.intercepts).flatMap { $0 + [$1] }
    #expect(agree(found, expected, relative: 1e-6, absolute: 1e-7))
  }

  /// By hand: one feature that is 0 everywhere leaves the shares of the classes.
  @Test func `without information answers the shares of the classes`() throws {
    let nothing = try DesignMatrix(dense: [0, 0, 0, 0], rowCount: 4, featureCount: 1)
    let model = try LogisticRegression().fit(nothing, labels: [2, 0, 1, 2], classCount: 3)
    let answers = Array(try model.probabilities(nothing)[..<3])
    #expect(agree(answers, [0.25, 0.25, 0.5], relative: 1e-12))
    #expect(agree([model.intercepts.reduce(0, +)], [0], relative: 0, absolute: 1e-12))
  }

  @Test func `nearly rules out a class that does not occur`() throws {
    let (features, targets) = try sampleNumbers()
    let labels = classes(targets).map { $0 == 2 ? 3 : $0 }
    let model = try LogisticRegression().fit(features, labels: labels, classCount: 4)
    let answers = try model.probabilities(features)
    #expect((0..<150).allSatisfy { answers[4 * $0 + 2] < 1e-12 })
    let plain = try LogisticRegression().fit(features, labels: classes(targets), classCount: 3)
      .probabilities(features)
    let others = answers.enumerated().filter { $0.offset % 4 != 2 }.map(\.element)
    #expect(agree(others, plain, relative: 1e-6))
  }

  @Test func `refuses a matrix with another number of features`() throws {
    let (features, targets) = try sampleNumbers()
    let model = try LogisticRegression().fit(
      features, labels: classes(targets), classCount: 3)
    let other = try DesignMatrix(dense: [1], rowCount: 1, featureCount: 1)
    #expect(throws: LearnerError.lengthsDiffer(what: "features", expected: 3, found: 1)) {
      try model.probabilities(other)
    }
  }

  @Test(arguments: [
    ([0, 1, 3], 3, LearnerError.labelOutOfRange(3, row: 3, classCount: 3)),
    ([0, 1], 3, .lengthsDiffer(what: "labels", expected: 3, found: 2)),
    ([1, 1, 1], 3, .oneLabelOnly("1")),
  ])
  func `refuses`(labels: [Int], classCount: Int, expected: LearnerError) throws {
    let features = try DesignMatrix(dense: [1, 2, 3], rowCount: 3, featureCount: 1)
    #expect(throws: expected) {
      try LogisticRegression().fit(features, labels: labels, classCount: classCount)
    }
  }
}

/// As `.ci/interop/linear_fixtures.py` has them.
private func classes(_ targets: [Double]) -> [Int] {
  targets.map { $0 > 0.8 ? 2 : $0 > -0.5 ? 1 : 0 }
}
