import Testing

@testable import Learners

@Suite struct `Gradient boosting of numbers` {
  /// By hand: the mean is 4, and the sides are 3 below and above it; l2 of 2 halves what two rows say.
  @Test(arguments: [(0.0, [1.0, 1, 7, 7]), (2.0, [2.5, 2.5, 5.5, 5.5])])
  func `makes a stump of four rows`(l2: Double, expected: [Double]) throws {
    var learner = stump
    learner.l2 = l2
    let model = try learner.fit(bins(of: fourRows), targets: [0, 2, 6, 8])
    #expect(agree(try model.predictions(fourRows), expected, relative: 1e-12))
  }

  /// By hand: (3 · 0 + 2) / 4 and (6 + 8) / 2.
  @Test func `weighs rows`() throws {
    let model = try stump.fit(
      bins(of: fourRows), targets: [0, 2, 6, 8], sampleWeights: [3, 1, 1, 1])
    #expect(agree(try model.predictions(fourRows), [0.5, 0.5, 7, 7], relative: 1e-12))
  }

  @Test(arguments: [1e-300, 1e-5, 1, 1e300, Double.greatestFiniteMagnitude / 8])
  func `does not care for the unit of the targets`(unit: Double) throws {
    let model = try stump.fit(bins(of: fourRows), targets: [0, 2, 6, 8].map { $0 * unit })
    let expected = [1.0, 1, 7, 7].map { $0 * unit }
    #expect(agree(try model.predictions(fourRows), expected, relative: 1e-12))
  }

  @Test(arguments: [0.0, 0.1, -3e7])
  func `answers the target where it is constant`(target: Double) throws {
    let targets = [Double](repeating: target, count: 4)
    let model = try stump.fit(bins(of: fourRows), targets: targets)
    #expect(agree(try model.predictions(fourRows), targets, relative: 1e-12))
  }

  @Test func `learns a curve`() throws {
    var draws = SeededDraws(seed: 51)
    let x = (0..<1_000).map { _ in draws.nextNumber() }
    let rows = Table(columns: [numeric("x", x)], rowCount: 1_000)
    let model = try GradientBoosting().fit(bins(of: rows), targets: x.map { $0 * $0 })
    let errors = zip(try model.predictions(rows), x).map { abs($0 - $1 * $1) }
    #expect(errors.reduce(0, +) / 1_000 < 0.01)
  }

  @Test func `keeps a direction`() throws {
    var learner = stump
    learner.monotone = ["x": .decreasing]
    let model = try learner.fit(bins(of: fourRows), targets: [0, 2, 6, 8])
    #expect(agree(try model.predictions(fourRows), [4, 4, 4, 4], relative: 1e-12))
  }

  /// By hand: of the validation rows (1, 0) and (4, 10) the stump is off by 1 and by 3.
  @Test func `tells the squared error on other rows`() throws {
    let others = Table(columns: [numeric("x", [1, 4])], rowCount: 2)
    let model = try stump.fit(
      bins(of: fourRows), targets: [0, 2, 6, 8],
      validation: ValidationRows(table: others, labels: [0, 10]))
    #expect(agree(model.validationLosses, [5], relative: 1e-12))
  }

  @Test(
    arguments: [
      ([1, 2], nil, LearnerError.lengthsDiffer(what: "targets", expected: 4, found: 2)),
      ([1, .nan, 2, 3], nil, .targetNotFinite(row: 2)),
      ([1, 2, 2, .infinity], nil, .targetNotFinite(row: 4)),
      ([1, 2, 3, 4], [0, 0, 0, 0], .noRows),
      ([1, 2, 3, 4], [1, 1, -1, 1], .weightOutOfRange(row: 3)),
      ([1, 2, 3, 4], [1e308, 1, 1e308, 1], .weightOutOfRange(row: 1)),
    ] as [([Double], [Double]?, LearnerError)])
  func `refuses`(targets: [Double], weights: [Double]?, expected: LearnerError) {
    #expect(throws: expected) {
      try stump.fit(bins(of: fourRows), targets: targets, sampleWeights: weights)
    }
  }
}

/// One tree of two leaves.
private var stump: GradientBoosting {
  var learner = GradientBoosting()
  (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (1, 2, 1)
  learner.learningRate = 1
  return learner
}

private let fourRows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
