import Testing

@testable import Learners

@Suite struct `A logistic regression told otherwise` {
  @Test func `weighs labels as scikit-learn does`() throws {
    var learner = LogisticRegression()
    learner.classWeights = .balanced
    #expect(try coefficients(learner, agreeWith: LinearFixture.balanced))
  }

  @Test(arguments: [0, 1_024])
  func `without penalty finds the coefficients that scikit-learn finds`(limit: Int) throws {
    var learner = LogisticRegression()
    (learner.penalty, learner.choleskyLimit) = (.none, limit)
    #expect(try coefficients(learner, agreeWith: LinearFixture.unpenalised))
  }

  /// The labels of the first can be told by the feature, those of the second where it is not 2, those of
  /// the third where the second feature is 1.
  @Test(arguments: [
    ([1.0, 0, 2, 0, 3, 0, 4, 0], [0, 0, 1, 1]),
    ([1, 0, 2, 0, 2, 0, 3, 0], [0, 0, 1, 1]),
    ([1, 0, 2, 0, 1, 0, 2, 0, 1, 1], [0, 0, 1, 1, 1]),
  ])
  func `without penalty says that there is no minimum`(dense: [Double], labels: [Int]) throws {
    let features = try DesignMatrix(dense: dense, rowCount: labels.count, featureCount: 2)
    for limit in [0, 1_024] {
      var learner = LogisticRegression()
      (learner.penalty, learner.choleskyLimit) = (.none, limit)
      let model = try learner.fit(features, labels: labels)
      #expect(!model.converged)
      #expect(model.coefficients.allSatisfy(\.isFinite) && model.intercept.isFinite)
      #expect(try model.probabilities(features).allSatisfy { (0...1).contains($0) })
      learner.penalty = .l2
      #expect(try learner.fit(features, labels: labels).converged)
    }
  }

  @Test func `without penalty says so of several classes, too`() throws {
    let features = try DesignMatrix(dense: [1, 2, 3, 4, 5, 6], rowCount: 6, featureCount: 1)
    var learner = LogisticRegression()
    learner.penalty = .none
    let model = try learner.fit(features, labels: [0, 0, 1, 1, 2, 2], classCount: 3)
    #expect(!model.converged)
    #expect(try model.probabilities(features).allSatisfy { (0...1).contains($0) })
    let mixed = try learner.fit(features, labels: [0, 1, 2, 1, 2, 0], classCount: 3)
    #expect(mixed.converged)
  }

  @Test func `without penalty stands columns that repeat each other`() throws {
    let (features, targets) = try sampleNumbers()
    let twice = try DesignMatrix(
      dense: (0..<150).flatMap { row in
        (0..<6).map { features.dense[3 * row + $0 % 3] }
      }, rowCount: 150, featureCount: 6)
    var learner = LogisticRegression()
    learner.penalty = .none
    let model = try learner.fit(twice, labels: labels(targets))
    let plain = try learner.fit(features, labels: labels(targets))
    #expect(model.converged)
    let expected = try plain.probabilities(features)
    #expect(agree(try model.probabilities(twice), expected, relative: 1e-6))
  }

  @Test func `begins with a model and ends at the same minimum in fewer steps`() throws {
    let (features, targets) = try sampleNumbers()
    let labels = labels(targets)
    let cold = try LogisticRegression().fit(features, labels: labels)
    let again = try LogisticRegression().fit(features, labels: labels, start: cold)
    #expect(again.iterations <= 1)
    let weights = (0..<150).map { $0 % 10 == 0 ? 1.1 : 1 }
    let other = try LogisticRegression().fit(features, labels: labels, sampleWeights: weights)
    let near = try LogisticRegression().fit(
      features, labels: labels, sampleWeights: weights, start: cold)
    #expect(near.iterations < other.iterations)
    #expect(agree(near.coefficients, other.coefficients, relative: 1e-8))
  }

  @Test(arguments: [-1e300, .nan, .infinity, 1_000])
  func `does not begin with a model that is worse than none`(coefficient: Double) throws {
    let (features, targets) = try sampleNumbers()
    let cold = try LogisticRegression().fit(features, labels: labels(targets))
    let start = LogisticRegressionModel(
      coefficients: [coefficient, 0, coefficient], intercept: 1)
    let model = try LogisticRegression().fit(features, labels: labels(targets), start: start)
    #expect(model == cold)
  }

  @Test func `refuses to begin with a model of other features`() throws {
    let (features, targets) = try sampleNumbers()
    #expect(throws: LearnerError.lengthsDiffer(what: "features", expected: 2, found: 3)) {
      try LogisticRegression().fit(
        features, labels: labels(targets),
        start: LogisticRegressionModel(coefficients: [1, 2], intercept: 0))
    }
  }
}

private func coefficients(
  _ learner: LogisticRegression, agreeWith expected: [Double]
) throws -> Bool {
  let (features, targets) = try sampleNumbers()
  let model = try learner.fit(features, labels: labels(targets))
  let found = model.coefficients + [model.intercept]
  return model.converged && agree(found, expected, relative: 1e-6, absolute: 1e-7)
}

/// As `.ci/interop/linear_fixtures.py` has them.
private func labels(_ targets: [Double]) -> [Int] { targets.map { $0 > 0.8 ? 1 : 0 } }
