import Testing

@testable import Learners

@Suite struct `Gradient boosting of several classes` {
  @Test func `answers probabilities that add up to 1`() throws {
    let (rows, labels) = threeClasses(300, seed: 41)
    let model = try small.fit(bins(of: rows), labels: labels, classCount: 3)
    let answers = try model.probabilities(rows)
    #expect(answers.count == 900)
    #expect(answers.allSatisfy { (0...1).contains($0) })
    for row in 0..<300 {
      #expect(abs(answers[row * 3..<row * 3 + 3].reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func `tells each class from the others`() throws {
    let (rows, labels) = threeClasses(600, seed: 42)
    let (others, truth) = threeClasses(600, seed: 43)
    let model = try small.fit(bins(of: rows), labels: labels, classCount: 3)
    let answers = try model.probabilities(others)
    for label in 0..<3 {
      let scores = (0..<600).map { answers[$0 * 3 + label] }
      #expect(try areaUnderROC(scores: scores, labels: truth.map { $0 == label ? 1 : 0 }) > 0.9)
    }
  }

  /// By hand: all chances are ⅓ before the tree, so for class 0 the one row of it has gradient -⅔, the
  /// others ⅓, and hessians are 3/2 · 2/9 = ⅓: left of 1.5 the answer is 2, right of it -1.
  @Test func `makes a stump of three rows`() throws {
    var learner = GradientBoosting()
    (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (1, 2, 1)
    learner.learningRate = 1
    let rows = Table(columns: [numeric("x", [1, 2, 3])], rowCount: 3)
    let model = try learner.fit(bins(of: rows), labels: [0, 1, 2], classCount: 3)
    let tree = model.boosted.trees[0]
    #expect(tree.nodes[0].threshold == 1.5)
    #expect(agree(tree.values, [2, -1], relative: 1e-12))
  }

  @Test func `nearly rules out a class that does not occur`() throws {
    let rows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
    let model = try small.fit(bins(of: rows), labels: [0, 0, 2, 2], classCount: 3)
    let answers = try model.probabilities(rows)
    #expect((0..<4).allSatisfy { answers[$0 * 3 + 1] < 1e-9 })
  }

  @Test func `does not look at the order of the rows, nor at the number of threads`() throws {
    let (rows, labels) = threeClasses(200, seed: 44)
    let order = Array((0..<200).reversed())
    var learner = small
    let straight = try learner.fit(bins(of: rows), labels: labels, classCount: 3)
    learner.maxThreads = 2
    let turned = try learner.fit(
      bins(of: rows.rows(order)), labels: order.map { labels[$0] }, classCount: 3)
    #expect(turned == straight)
  }

  @Test func `stops when the loss on other rows no longer falls`() throws {
    let (rows, labels) = threeClasses(200, seed: 45)
    let (others, truth) = threeClasses(200, seed: 46)
    var learner = small
    (learner.treeCount, learner.earlyStoppingRounds, learner.learningRate) = (300, 4, 0.5)
    let model = try learner.fit(
      bins(of: rows), labels: labels, classCount: 3,
      validation: ValidationRows(table: others, labels: truth))
    #expect(model.validationLosses.count == model.roundCount + 4)
    #expect(model.boosted.trees.count == model.roundCount * 3)
  }

  @Test(
    arguments: [
      ([0, 1, 3], 3, LearnerError.labelOutOfRange(3, row: 3, classCount: 3)),
      ([0, -1, 1], 3, .labelOutOfRange(-1, row: 2, classCount: 3)),
      ([2, 2, 2], 3, .oneLabelOnly("2")),
      ([0, 1], 3, .lengthsDiffer(what: "labels", expected: 3, found: 2)),
      (
        [0, 1, 1], 2,
        .hyperparameterOutOfRange(name: "classCount", value: "2", allowed: "a number of at least 3")
      ),
    ] as [([Int], Int, LearnerError)])
  func `refuses`(labels: [Int], classCount: Int, expected: LearnerError) {
    let rows = Table(columns: [numeric("x", [1, 2, 3])], rowCount: 3)
    #expect(throws: expected) {
      try small.fit(bins(of: rows), labels: labels, classCount: classCount)
    }
  }
}

private var small: GradientBoosting {
  var learner = GradientBoosting()
  (learner.treeCount, learner.maxLeaves, learner.minSamplesLeaf) = (15, 6, 2)
  return learner
}

/// Rows whose first number, with some noise, says the class.
private func threeClasses(_ count: Int, seed: UInt64) -> (Table, [Int]) {
  let (rows, _) = sampleClassification(count, seed: seed)
  var draws = SeededDraws(seed: seed &+ 1_000)
  guard case .numbers(let x) = rows.columns[0].values else { return (rows, []) }
  let labels = x.map { number in
    let score = number + 0.2 * draws.nextNumber()
    return score < -0.3 ? 0 : score < 0.3 ? 1 : 2
  }
  return (rows, labels)
}
