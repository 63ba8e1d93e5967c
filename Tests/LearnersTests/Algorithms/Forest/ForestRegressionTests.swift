import Testing

@testable import Learners

@Suite struct `A random forest of numbers` {
  /// By hand: the squared error falls from 40 to 4 at 2.5, and the sides have means 1 and 7.
  @Test func `answers with the means of the leaves`() throws {
    let model = try stump.fit(bins(of: fourRows), targets: [0, 2, 6, 8])
    #expect(model.trees[0].nodes[0].threshold == 2.5)
    #expect(agree(try model.predictions(fourRows), [1, 1, 7, 7], relative: 1e-12))
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

  /// By hand: 10⁹ away from 0 the differences are as large as near it.
  @Test func `does not care how far from 0 the targets are`() throws {
    let model = try stump.fit(bins(of: fourRows), targets: [0, 2, 6, 8].map { $0 + 1e9 })
    let expected = [1.0, 1, 7, 7].map { $0 + 1e9 }
    #expect(agree(try model.predictions(fourRows), expected, relative: 1e-15))
  }

  @Test(arguments: [0.0, 0.1, -3e7])
  func `answers the target where it is constant`(target: Double) throws {
    let targets = [Double](repeating: target, count: 4)
    let model = try stump.fit(bins(of: fourRows), targets: targets)
    #expect(agree(try model.predictions(fourRows), targets, relative: 1e-12))
    #expect(model.importances == [0])
  }

  @Test func `repeats what it learned, without bootstrap and limits`() throws {
    var draws = SeededDraws(seed: 81)
    let rows = Table(
      columns: [numeric("x", (0..<200).map { _ in draws.nextNumber() })], rowCount: 200)
    let targets = (0..<200).map { _ in draws.nextNumber() }
    var learner = stump
    learner.maxDepth = nil
    let model = try learner.fit(bins(of: rows), targets: targets)
    #expect(agree(try model.predictions(rows), targets, relative: 1e-9, absolute: 1e-12))
    #expect(model.outOfBagPredictions == nil)
  }

  @Test func `tells what is left out of its bags nearly as well as new rows`() throws {
    let (rows, targets) = curve(seed: 82)
    let (others, truth) = curve(seed: 83)
    let model = try RandomForest().fit(bins(of: rows), targets: targets)
    let outOfBag = try #require(model.outOfBagPredictions).map { $0 ?? .nan }
    let estimate = meanSquare(outOfBag, targets)
    let found = meanSquare(try model.predictions(others), truth)
    #expect(found < 0.03)
    #expect(abs(estimate - found) < 0.005)
  }

  @Test(
    arguments: [
      ([1.0, 2], nil, LearnerError.lengthsDiffer(what: "targets", expected: 4, found: 2)),
      ([1, .nan, 2, 3], nil, .targetNotFinite(row: 2)),
      ([1, 2, 3, 4], [0, 0, 0, 0], .noRows),
      ([1, 2, 3, 4], [1, -1, 0, 0], .weightOutOfRange(row: 2)),
    ] as [([Double], [Double]?, LearnerError)])
  func `refuses`(targets: [Double], weights: [Double]?, expected: LearnerError) throws {
    #expect(throws: expected) {
      try stump.fit(bins(of: fourRows), targets: targets, sampleWeights: weights)
    }
  }
}

/// A parabola and noise of a variance of a hundredth or so.
private func curve(seed: UInt64) -> (table: Table, targets: [Double]) {
  var draws = SeededDraws(seed: seed)
  let x = (0..<600).map { _ in draws.nextNumber() }
  let targets = x.map { $0 * $0 + 0.2 * draws.nextNumber() }
  return (Table(columns: [numeric("x", x)], rowCount: 600), targets)
}

private func meanSquare(_ found: [Double], _ expected: [Double]) -> Double {
  let squares = zip(found, expected).map { ($0 - $1) * ($0 - $1) }
  return squares.reduce(0, +) / Double(squares.count)
}

/// One tree of one decision of which nothing is drawn.
private var stump: RandomForest {
  var learner = RandomForest()
  (learner.treeCount, learner.bootstrap, learner.maxDepth) = (1, false, 1)
  return learner
}

private let fourRows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
