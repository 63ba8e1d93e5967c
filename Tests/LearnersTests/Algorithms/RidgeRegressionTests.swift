import Testing

@testable import Learners

@Suite struct `A ridge regression` {
  @Test(arguments: [
    (1.0, nil, LinearFixture.ridge),
    (30, (0..<150).map { Double($0 % 3) + 0.5 }, LinearFixture.weightedRidge),
    (0, nil, LinearFixture.leastSquares),
  ])
  func `finds the coefficients that scikit-learn finds`(
    alpha: Double, weights: [Double]?, expected: [Double]
  ) throws {
    let (features, targets) = try sampleNumbers()
    for limit in [0, 1_024] {
      var learner = RidgeRegression(alpha: alpha)
      learner.choleskyLimit = limit
      let model = try learner.fit(features, targets: targets, sampleWeights: weights)
      #expect(agree(model.coefficients + [model.intercept], expected, relative: 1e-8))
    }
  }

  /// By hand: around the means 2 and 4 the sums are Σ x² = 2, Σ xy = 4; 4 / (2 + 2) is 1.
  @Test func `makes slopes smaller and leaves the mean alone`() throws {
    let features = try DesignMatrix(dense: [1, 2, 3], rowCount: 3, featureCount: 1)
    let model = try RidgeRegression(alpha: 2).fit(features, targets: [2, 4, 6])
    #expect(agree(try model.predictions(features), [3, 4, 5], relative: 1e-12))
  }

  @Test(arguments: [1e-300, 1, 1e300])
  func `does not care for the unit of the targets`(unit: Double) throws {
    let features = try DesignMatrix(dense: [1, 2, 3], rowCount: 3, featureCount: 1)
    let model = try RidgeRegression(alpha: 2).fit(features, targets: [2, 4, 6].map { $0 * unit })
    let expected = [3, 4, 5].map { $0 * unit }
    #expect(agree(try model.predictions(features), expected, relative: 1e-12))
  }

  /// By hand: each of two equal columns takes half of what one would.
  @Test func `shares among columns that repeat each other`() throws {
    let features = try DesignMatrix(dense: [1, 1, 2, 2, 3, 3], rowCount: 3, featureCount: 2)
    for alpha in [0, 1e-9] {
      let model = try RidgeRegression(alpha: alpha).fit(features, targets: [2, 4, 6])
      #expect(agree(model.coefficients, [1, 1], relative: 1e-6))
    }
  }

  @Test func `copes with 1,501 features, more than are factored`() throws {
    let (rows, labels) = wideTable()
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    let targets = labels.map(Double.init)
    let found = try RidgeRegression().fit(features, targets: targets)
    var direct = RidgeRegression()
    direct.choleskyLimit = 2_000
    let expected = try direct.fit(features, targets: targets)
    #expect(agree(found.coefficients, expected.coefficients, relative: 1e-8, absolute: 1e-10))
  }

  @Test(
    arguments: [
      ([1.0, 2], nil, LearnerError.lengthsDiffer(what: "targets", expected: 3, found: 2)),
      ([1, .infinity, 2], nil, .targetNotFinite(row: 2)),
      ([1, 2, 3], [0, 0, 0], .noRows),
      ([1, 2, 3], [1, 1, -1], .weightOutOfRange(row: 3)),
    ] as [([Double], [Double]?, LearnerError)])
  func `refuses`(targets: [Double], weights: [Double]?, expected: LearnerError) throws {
    let features = try DesignMatrix(dense: [1, 2, 3], rowCount: 3, featureCount: 1)
    #expect(throws: expected) {
      try RidgeRegression().fit(features, targets: targets, sampleWeights: weights)
    }
  }

  @Test func `refuses features whose squares are infinite`() throws {
    let features = try DesignMatrix(dense: [1, 1e200, 2, 0], rowCount: 2, featureCount: 2)
    #expect(throws: LearnerError.valuesTooLarge(column: "1")) {
      try RidgeRegression().fit(features, targets: [1, 2])
    }
  }

  @Test(arguments: [-1, .nan, .infinity])
  func `refuses a penalty that means nothing`(alpha: Double) throws {
    let (features, targets) = try sampleNumbers()
    #expect {
      try RidgeRegression(alpha: alpha).fit(features, targets: targets)
    } throws: { error in
      guard case LearnerError.hyperparameterOutOfRange("alpha", _, _) = error else { return false }
      return true
    }
  }
}
