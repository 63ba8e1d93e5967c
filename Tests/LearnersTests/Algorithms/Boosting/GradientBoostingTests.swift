import Testing

@testable import Learners

@Suite struct `Gradient boosting` {
  /// By hand: log-odds 0 before the tree; gradients ±½ and hessians ¼, so each side sums up to
  /// gradients ±1 and hessians ½, and answers -(±1) / (½ + l2).
  @Test(arguments: [(0.0, 2.0), (0.5, 1.0)])
  func `makes a stump of four rows`(l2: Double, answer: Double) throws {
    var learner = stump
    learner.l2 = l2
    let model = try learner.fit(bins(of: fourRows), labels: [0, 0, 1, 1])
    let tree = try #require(model.boosted.trees.first)
    #expect(tree.nodes.count == 3)
    #expect(tree.nodes[0].threshold == 2.5)
    #expect(agree(tree.values, [-answer, answer], relative: 1e-12))
    let scores = try model.decisionFunction(fourRows)
    #expect(agree(scores, [-answer, -answer, answer, answer], relative: 1e-12))
  }

  /// By hand: log-odds 0, so what the tree answers is all there is; a rate of ½ halves it.
  @Test func `takes a share of what each tree answers`() throws {
    var learner = stump
    learner.learningRate = 0.5
    let model = try learner.fit(bins(of: fourRows), labels: [0, 0, 1, 1])
    #expect(agree(try model.decisionFunction(fourRows), [-1, -1, 1, 1], relative: 1e-12))
  }

  /// By hand: one row has another label than the others, which the missing ones share.
  @Test(arguments: [([1, 0, 1, 1], true), ([0, 1, 1, 1], false)])
  func `sends missing rows where they fit`(labels: [Int], left: Bool) throws {
    let rows = Table(columns: [numeric("x", [1, 2, .nan, .nan])], rowCount: 4)
    let tree = try stump.fit(bins(of: rows), labels: labels).boosted.trees[0]
    #expect(tree.nodes[0].threshold == 1.5)
    #expect(tree.nodes[0].missingGoesLeft == left)
  }

  @Test func `tells missing rows from all others, when that is what counts`() throws {
    let rows = Table(columns: [numeric("x", [1, 2, .nan, .nan])], rowCount: 4)
    let model = try stump.fit(bins(of: rows), labels: [0, 0, 1, 1])
    #expect(model.boosted.trees[0].nodes[0].threshold == Float.greatestFiniteMagnitude)
    #expect(agree(try model.decisionFunction(rows), [-2, -2, 2, 2], relative: 1e-12))
  }

  @Test func `sends missing rows with most, when none were there to learn from`() throws {
    let rows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
    let tree = try stump.fit(bins(of: rows), labels: [0, 0, 0, 1]).boosted.trees[0]
    #expect(tree.nodes[0].threshold == 3.5)
    #expect(tree.nodes[0].missingGoesLeft)
  }

  /// By hand: no threshold on any order of the names parts these, and one set does.
  @Test func `divides levels by a set`() throws {
    let rows = Table(
      columns: [categorical("t", ["a", "b", "c", "d", "a", "b", "c", "d"])], rowCount: 8)
    let labels = [1, 0, 1, 0, 1, 0, 1, 0]
    let model = try stump.fit(bins(of: rows), labels: labels)
    let set = try #require(model.boosted.trees[0].sets.first)
    #expect((0..<5).filter(set.contains) == [0, 2])
    let expected = labels.map { $0 == 1 ? 2.0 : -2 }
    #expect(agree(try model.decisionFunction(rows), expected, relative: 1e-12))
    // What was never seen goes right, with what is not in the set.
    let others = Table(columns: [categorical("t", ["e", ""])], rowCount: 2)
    #expect(agree(try model.decisionFunction(others), [-2, -2], relative: 1e-12))
  }

  /// By hand, gradients being ±½ and hessians ¼: the six rare levels, all of label 1, would lower the
  /// loss by 9 / 1.5 + 9 / 13.5 = 6.7, but with 10 more in both divisors by 1.2 only, and so less than
  /// the number does, 4 / 2.5 + 4 / 12.5 = 1.9.
  @Test func `does not take levels of few rows at their word`() throws {
    let names = (0..<60).map { $0 < 6 ? "rare\($0)" : "usual" }
    let numbers = (0..<60).map { (6..<16).contains($0) ? 1.0 : 0 }
    let labels = (0..<60).map { $0 < 13 || (16..<33).contains($0) ? 1 : 0 }
    let rows = Table(
      columns: [categorical("t", names), numeric("x", numbers)], rowCount: 60)
    let tree = try stump.fit(bins(of: rows), labels: labels).boosted.trees[0]
    #expect(tree.nodes[0].column == 1)
  }

  @Test(arguments: [
    (GradientBoosting.Direction.increasing, [0, 0, 1, 1], 3),
    (.increasing, [1, 1, 0, 0], 1), (.decreasing, [1, 1, 0, 0], 3),
    (.decreasing, [0, 0, 1, 1], 1),
  ])
  func `makes no split against a direction`(
    direction: GradientBoosting.Direction, labels: [Int], nodes: Int
  ) throws {
    var learner = stump
    learner.monotone = ["x": direction]
    let model = try learner.fit(bins(of: fourRows), labels: labels)
    #expect(model.boosted.trees[0].nodes.count == nodes)
  }

  @Test(arguments: [GradientBoosting.Direction.increasing, .decreasing])
  func `keeps a direction in every row, whatever the other columns hold`(
    direction: GradientBoosting.Direction
  ) throws {
    let (rows, labels) = sampleClassification(400, seed: 21)
    var learner = GradientBoosting()
    (learner.treeCount, learner.minSamplesLeaf) = (30, 2)
    learner.monotone = ["x": direction]
    let model = try learner.fit(bins(of: rows), labels: labels)
    for row in stride(from: 0, to: 400, by: 20) {
      let others = rows.columns.dropFirst().map { $0.rows([Int](repeating: row, count: 41)) }
      let x = numeric("x", (0...40).map { Double($0) / 20 - 1 })
      let scores = try model.decisionFunction(Table(columns: [x] + others, rowCount: 41))
      let steps = zip(scores, scores.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { direction == .increasing ? $0 >= 0 : $0 <= 0 })
    }
  }

  @Test func `answers for rows as it did when it learned from them, to the bit`() throws {
    let (rows, labels) = sampleClassification(500, seed: 22)
    var learner = GradientBoosting()
    (learner.treeCount, learner.minSamplesLeaf, learner.rowFraction) = (20, 3, 0.7)
    let weights = [Double](repeating: 1, count: 500)
    var run = BoostingRun(
      parameters: learner, table: try bins(of: rows),
      loss: BinaryLogLoss(labels: labels, weights: weights), weights: weights,
      directions: [0, 0, 0, 0])
    let model = try GradientBoostingModel(boosted: run.fit(nil) { _, _ in })
    #expect(try model.decisionFunction(rows) == run.scores)
  }

  @Test func `stops when the loss on other rows no longer falls`() throws {
    let (rows, labels) = sampleClassification(300, seed: 23)
    let (others, truth) = sampleClassification(300, seed: 24)
    var learner = GradientBoosting()
    (learner.treeCount, learner.earlyStoppingRounds, learner.learningRate) = (500, 5, 0.3)
    let model = try learner.fit(
      bins(of: rows), labels: labels, validation: ValidationRows(table: others, labels: truth))
    let losses = model.validationLosses
    let least = try #require(losses.min())
    #expect(losses.count == model.treeCount + 5)
    #expect(losses[model.treeCount - 1] == least)
    let found = try logLoss(probabilities: model.probabilities(others), labels: truth)
    #expect(agree([found], [least], relative: 1e-12))
    learner.treeCount = model.treeCount
    #expect(try learner.fit(bins(of: rows), labels: labels).boosted.trees == model.boosted.trees)
  }

  @Test(arguments: [(0.5, 1), (1, 0.5)])
  func `draws other rows and columns with another seed, and the same with the same`(
    rowFraction: Double, columnFraction: Double
  ) throws {
    let (rows, labels) = sampleClassification(300, seed: 25)
    var learner = GradientBoosting()
    learner.treeCount = 10
    (learner.rowFraction, learner.columnFraction) = (rowFraction, columnFraction)
    let once = try learner.fit(bins(of: rows), labels: labels)
    #expect(try learner.fit(bins(of: rows), labels: labels) == once)
    learner.seed = 7
    let other = try learner.fit(bins(of: rows), labels: labels)
    #expect(other != once)
    #expect(try areaUnderROC(scores: other.probabilities(rows), labels: labels) > 0.8)
  }

  @Test func `keeps leaves as large, and trees as small, as told`() throws {
    let (rows, labels) = sampleClassification(300, seed: 26)
    var learner = stump
    (learner.minSamplesLeaf, learner.maxLeaves) = (40, 4)
    let tree = try learner.fit(bins(of: rows), labels: labels).boosted.trees[0]
    #expect(tree.values.count <= 4)
    var counts: [Double: Int] = [:]
    for score in try learner.fit(bins(of: rows), labels: labels).decisionFunction(rows) {
      counts[score, default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 >= 40 })
    learner.maxLeaves = 100
    learner.maxDepth = 1
    #expect(try learner.fit(bins(of: rows), labels: labels).boosted.trees[0].nodes.count == 3)
  }

  /// By hand: 3 rows against 1 in balance are log-odds 0, and weights of 3 and 1 for them as well.
  @Test(arguments: [ClassWeights.balanced, .each([3, 1])])
  func `lets classes weigh what they are to`(weights: ClassWeights) throws {
    var learner = stump
    learner.classWeights = weights
    let same = Table(columns: [numeric("x", [1, 1, 1, 1])], rowCount: 4)
    let model = try learner.fit(bins(of: same), labels: [1, 1, 1, 0])
    #expect(agree(try model.probabilities(same), [0.5, 0.5, 0.5, 0.5], relative: 1e-12))
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
