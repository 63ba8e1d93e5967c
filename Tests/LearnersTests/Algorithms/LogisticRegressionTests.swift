import Testing

@testable import Learners

@Suite struct `A logistic regression` {
  @Test(arguments: LearningFixture.all)
  func `finds the coefficients that scikit-learn finds`(fixture: LearningFixture) throws {
    let (model, fitted) = try fit(fixture)
    #expect(model.converged)
    #expect(agree(model.coefficients, fixture.coefficients, relative: 1e-6, absolute: 1e-9))
    #expect(agree([model.intercept], [fixture.intercept], relative: 1e-6, absolute: 1e-9))
    let query = try fitted.transform(table(fixture.query))
    #expect(agree(try model.probabilities(query), fixture.probabilities, relative: 1e-7))
  }

  @Test(arguments: LearningFixture.all)
  func `is the same by conjugate gradients as by Cholesky`(fixture: LearningFixture) throws {
    let (direct, _) = try fit(fixture)
    let (iterative, _) = try fit(fixture, choleskyLimit: 0)
    #expect(iterative.converged)
    #expect(agree(iterative.coefficients, direct.coefficients, relative: 1e-6, absolute: 1e-8))
  }

  @Test func `copes with 1,501 features, more than are factored`() throws {
    let (rows, labels) = wideTable()
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    let model = try LogisticRegression().fit(features, labels: labels)
    let expected = LearningFixtures.wide
    #expect(model.converged)
    #expect(agree(Array(model.coefficients[..<8]), expected.firstCoefficients, relative: 1e-6))
    let found = [product(model.coefficients, model.coefficients), model.intercept]
    #expect(agree(found, [expected.sumOfSquares, expected.intercept], relative: 1e-6))
  }

  @Test func `is the same by either way with more features than rows`() throws {
    let (all, allLabels) = wideTable()
    let rows = all.rows(Array(0..<120))
    let labels = Array(allLabels[..<120])
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    #expect(features.featureCount == 361)
    var iterative = LogisticRegression()
    iterative.choleskyLimit = 0
    let found = try iterative.fit(features, labels: labels)
    let expected = try LogisticRegression().fit(features, labels: labels)
    #expect(agree(found.coefficients, expected.coefficients, relative: 1e-6, absolute: 1e-9))
  }

  /// By hand: one feature that is 0 everywhere leaves the intercept alone, log(3 / 1).
  @Test func `without information answers the share of positives`() throws {
    let nothing = try DesignMatrix(dense: [0, 0, 0, 0], rowCount: 4, featureCount: 1)
    let model = try LogisticRegression().fit(nothing, labels: [1, 0, 1, 1])
    #expect(model.coefficients == [0])
    #expect(agree(try model.probabilities(nothing), [0.75, 0.75, 0.75, 0.75], relative: 1e-15))
  }

  @Test func `says when it was stopped before it converged`() throws {
    let fixture = LearningFixtures.learning[0]
    let (model, _) = try fit(fixture, maxIterations: 1)
    #expect(!model.converged)
    #expect(model.iterations == 1)
  }

  @Test func `with a tolerance of 0 goes on until rounding stops it`() throws {
    let fixture = LearningFixtures.learning[0]
    let rows = table(fixture.train)
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    let model = try LogisticRegression(tolerance: 0).fit(features, labels: fixture.labels)
    #expect(model.converged)
    #expect(model.iterations < 20)
  }

  @Test func `refuses a matrix with another number of features`() throws {
    let model = LogisticRegressionModel(coefficients: [1, 2], intercept: 0)
    let features = try DesignMatrix(dense: [1], rowCount: 1, featureCount: 1)
    #expect(throws: LearnerError.lengthsDiffer(what: "features", expected: 2, found: 1)) {
      try model.probabilities(features)
    }
  }

  @Test(
    arguments: [
      ([0, 1, 2], nil, LearnerError.labelNotBinary(2, row: 3)),
      ([0, 1], nil, .lengthsDiffer(what: "labels", expected: 3, found: 2)),
      ([1, 1, 1], nil, .oneLabelOnly("1")),
      ([0, 0, 0], nil, .oneLabelOnly("0")),
      ([0, 0, 1], [1, 1, 0], .oneLabelOnly("0")),
      ([0, 0, 1], [1, 1], .lengthsDiffer(what: "sample weights", expected: 3, found: 2)),
      ([0, 0, 1], [1, -1, 1], .weightOutOfRange(row: 2)),
      ([0, 0, 1], [1, 1, .nan], .weightOutOfRange(row: 3)),
      ([0, 0, 1], [1, 1e308, 1e308], .weightOutOfRange(row: 2)),
    ] as [([Int], [Double]?, LearnerError)])
  func `refuses`(labels: [Int], weights: [Double]?, expected: LearnerError) throws {
    let features = try DesignMatrix(dense: [1, 2, 3], rowCount: 3, featureCount: 1)
    #expect(throws: expected) {
      try LogisticRegression().fit(features, labels: labels, sampleWeights: weights)
    }
  }

  @Test(arguments: [
    (LogisticRegression(inverseRegularization: 0), "inverseRegularization"),
    (LogisticRegression(inverseRegularization: .nan), "inverseRegularization"),
    (LogisticRegression(maxIterations: 0), "maxIterations"),
    (LogisticRegression(tolerance: -1), "tolerance"),
  ])
  func `refuses a hyperparameter that means nothing`(
    learner: LogisticRegression, name: String
  ) throws {
    let features = try DesignMatrix(dense: [1, 2], rowCount: 2, featureCount: 1)
    #expect {
      try learner.fit(features, labels: [0, 1])
    } throws: { error in
      guard case LearnerError.hyperparameterOutOfRange(name, _, _) = error else { return false }
      return true
    }
  }
}

private func fit(
  _ fixture: LearningFixture, maxIterations: Int = 100, choleskyLimit: Int = 1_024
) throws -> (LogisticRegressionModel, FittedColumnTransformer) {
  let rows = table(fixture.train)
  let fitted = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
  var learner = LogisticRegression(
    inverseRegularization: fixture.inverseRegularization, maxIterations: maxIterations)
  learner.choleskyLimit = choleskyLimit
  let model = try learner.fit(
    fitted.transform(rows), labels: fixture.labels, sampleWeights: fixture.weights)
  return (model, fitted)
}
