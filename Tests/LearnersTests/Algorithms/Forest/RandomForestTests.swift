import Testing

@testable import Learners

@Suite struct `A random forest` {
  /// By hand: left of 2.5 one of two rows has label 1, right of it both have.
  @Test func `answers with the shares of the leaves`() throws {
    var learner = tree
    (learner.maxDepth, learner.minSamplesLeaf) = (1, 2)
    let model = try learner.fit(bins(of: fourRows), labels: [0, 1, 1, 1])
    #expect(model.trees[0].nodes[0].threshold == 2.5)
    #expect(agree(try model.probabilities(fourRows), [0.5, 0.5, 1, 1], relative: 1e-12))
  }

  /// By hand, of 4 positive and 6 negative rows: x gives (2+, 0-) and (2+, 6-), z gives (4+, 3-) and
  /// (0+, 3-). Gini's index falls by 0.18 with x and 0.137 with z; entropy by 0.322 and 0.281 bits.
  /// With w = (4+, 2-) and (0+, 4-) instead of x it falls by 0.213 and 0.42 bits.
  @Test(arguments: [RandomForest.Criterion.gini, .entropy])
  func `takes the purest split`(criterion: RandomForest.Criterion) throws {
    let labels = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    let x = numeric("x", [0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
    let z = numeric("z", [0, 0, 0, 0, 0, 0, 0, 1, 1, 1])
    let w = numeric("w", [0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
    var learner = tree
    (learner.maxDepth, learner.criterion) = (1, criterion)
    let two = Table(columns: [z, x], rowCount: 10)
    #expect(try learner.fit(bins(of: two), labels: labels).trees[0].nodes[0].column == 1)
    let three = Table(columns: [z, x, w], rowCount: 10)
    #expect(try learner.fit(bins(of: three), labels: labels).trees[0].nodes[0].column == 2)
  }

  /// By hand, of 50 rows each: x gives (50+, 20-) and (0+, 30-), z gives (42+, 8-) and (8+, 42-).
  /// Gini's index falls by 0.214 and 0.231, but entropy by 0.396 and 0.366 bits.
  @Test(arguments: [(RandomForest.Criterion.gini, 1 as Int32), (.entropy, 0)])
  func `is as fond of pure leaves as its criterion`(
    criterion: RandomForest.Criterion, column: Int32
  ) throws {
    let labels = (0..<100).map { $0 < 50 ? 1 : 0 }
    let x = numeric("x", (0..<100).map { $0 < 70 ? 0 : 1 })
    let z = numeric("z", (0..<100).map { $0 < 42 || (50..<58).contains($0) ? 0 : 1 })
    var learner = tree
    (learner.maxDepth, learner.criterion) = (1, criterion)
    let rows = Table(columns: [x, z], rowCount: 100)
    #expect(try learner.fit(bins(of: rows), labels: labels).trees[0].nodes[0].column == column)
  }

  /// By hand, the squared weights of the labels over the weight: (3² + 1²) / 4 before, 1 + 2 once z
  /// divided the rows, which is ½ more; of the left two x makes 2 where 1 was.
  @Test func `counts how much purer each column made leaves`() throws {
    let rows = Table(
      columns: [numeric("x", [0, 1, 1, 1]), numeric("z", [0, 0, 1, 1])], rowCount: 4)
    let model = try tree.fit(bins(of: rows), labels: [1, 0, 1, 1])
    #expect(agree(model.importances, [2.0 / 3, 1.0 / 3], relative: 1e-12))
  }

  @Test func `tells what is left out of its bags nearly as well as new rows`() throws {
    let (rows, labels) = sampleClassification(600, seed: 31)
    let (others, truth) = sampleClassification(600, seed: 32)
    let model = try RandomForest().fit(bins(of: rows), labels: labels)
    let outOfBag = try #require(model.outOfBagProbabilities).map { $0 ?? .nan }
    let estimate = try areaUnderROC(scores: outOfBag, labels: labels)
    let found = try areaUnderROC(scores: model.probabilities(others), labels: truth)
    #expect(abs(estimate - found) < 0.03)
    // The rows that were learned from are told far too well.
    #expect(try areaUnderROC(scores: model.probabilities(rows), labels: labels) > 0.999)
  }

  @Test func `knows out of its bags that labels drawn at random cannot be told`() throws {
    let (rows, _) = sampleClassification(400, seed: 38)
    var draws = SeededDraws(seed: 39)
    let labels = (0..<400).map { _ in draws.next(below: 2) }
    let model = try RandomForest().fit(bins(of: rows), labels: labels)
    let outOfBag = try #require(model.outOfBagProbabilities).map { $0 ?? .nan }
    #expect((0.4...0.6).contains(try areaUnderROC(scores: outOfBag, labels: labels)))
  }

  /// A tree leaves out e⁻¹ of the rows, here 18 of 50 with a deviation of 2.2.
  @Test func `knows no out-of-bag answer of a row in every bag`() throws {
    let (rows, labels) = sampleClassification(50, seed: 33)
    var learner = RandomForest()
    learner.treeCount = 1
    let answers = try #require(
      try learner.fit(bins(of: rows), labels: labels).outOfBagProbabilities)
    let left = answers.count { $0 != nil }
    #expect((10...27).contains(left))
    learner.bootstrap = false
    #expect(try learner.fit(bins(of: rows), labels: labels).outOfBagProbabilities == nil)
  }

  @Test func `is the same on any number of threads, and another with another seed`() throws {
    let (rows, labels) = sampleClassification(300, seed: 34)
    var learner = RandomForest()
    (learner.treeCount, learner.maxThreads) = (40, 1)
    let once = try learner.fit(bins(of: rows), labels: labels)
    for threads in [2, 3, Int.max] {
      learner.maxThreads = threads
      #expect(try learner.fit(bins(of: rows), labels: labels) == once)
    }
    learner.seed = 7
    #expect(try learner.fit(bins(of: rows), labels: labels) != once)
    #expect(once.trees[0] != once.trees[1])
    #expect(agree([once.importances.reduce(0, +)], [1], relative: 1e-12))
  }

  @Test func `begins with the same trees, however many there are`() throws {
    let (rows, labels) = sampleClassification(100, seed: 35)
    var learner = RandomForest()
    learner.treeCount = 3
    let few = try learner.fit(bins(of: rows), labels: labels)
    learner.treeCount = 40
    let many = try learner.fit(bins(of: rows), labels: labels)
    #expect(Array(many.trees[..<3]) == few.trees)
  }

  @Test func `looks at other columns when those drawn divide nothing`() throws {
    let columns = (0..<9).map { numeric("same\($0)", [1, 1, 1, 1]) } + fourRows.columns
    var learner = tree
    learner.maxFeatures = .count(1)
    let model = try learner.fit(
      bins(of: Table(columns: columns, rowCount: 4)), labels: [0, 0, 1, 1])
    #expect(model.trees[0].nodes[0].column == 9)
    #expect(model.importances == [Double](repeating: 0, count: 9) + [1])
  }

  @Test func `divides rows until their labels agree`() throws {
    let (rows, labels) = sampleClassification(200, seed: 36)
    let model = try tree.fit(bins(of: rows), labels: labels)
    #expect(try model.probabilities(rows) == labels.map(Double.init))
  }

  @Test func `keeps leaves as large and trees as low as told`() throws {
    let (rows, labels) = sampleClassification(200, seed: 37)
    var learner = tree
    (learner.maxDepth, learner.minSamplesLeaf) = (2, 30)
    let model = try learner.fit(bins(of: rows), labels: labels)
    let sizes = Dictionary(grouping: try model.probabilities(rows)) { $0 }.values.map(\.count)
    #expect(sizes.count <= 4)
    #expect(sizes.allSatisfy { $0 >= 30 })
  }

  @Test(arguments: [
    ("treeCount", forest { $0.treeCount = 0 }), ("maxDepth", forest { $0.maxDepth = 0 }),
    ("minSamplesLeaf", forest { $0.minSamplesLeaf = 0 }),
    ("maxFeatures", forest { $0.maxFeatures = .count(0) }),
    ("maxThreads", forest { $0.maxThreads = 0 }),
    ("classWeights", forest { $0.classWeights = .each([.nan, 1]) }),
  ])
  func `refuses a hyperparameter that means nothing`(name: String, learner: RandomForest) throws {
    #expect {
      try learner.fit(bins(of: fourRows), labels: [0, 1, 0, 1])
    } throws: { error in
      guard case LearnerError.hyperparameterOutOfRange(name, _, _) = error else { return false }
      return true
    }
  }
}

/// One tree of which nothing is drawn.
private var tree: RandomForest {
  forest {
    ($0.treeCount, $0.bootstrap, $0.maxFeatures) = (1, false, .all)
  }
}

private func forest(_ change: (inout RandomForest) -> Void) -> RandomForest {
  var learner = RandomForest()
  change(&learner)
  return learner
}

private let fourRows = Table(columns: [numeric("x", [1, 2, 3, 4])], rowCount: 4)
