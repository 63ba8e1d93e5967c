import Glibc
import Testing

@testable import Learners

/// Against what LightGBM and scikit-learn reach on the same rows with the same hyperparameters: not
/// the same trees, but within a deviation of the folds as good.
@Suite struct `Trees learn as others do` {
  @Test func `on the rows that the others had`() {
    let positives = sampleInteractions().targets.count { $0 > 0 }
    #expect(positives == TreeQualityFixture.positives)
  }

  @Test func `by boosting as well as LightGBM and scikit-learn`() throws {
    var learner = GradientBoosting()
    (learner.treeCount, learner.maxLeaves) = (60, 15)
    let found = try areas { try learner.fit(bins(of: $0), labels: $1).probabilities($2) }
    #expect(isAsGood(found, as: TreeQualityFixture.lightGBM))
    #expect(isAsGood(found, as: TreeQualityFixture.histGradientBoosting))
  }

  @Test(arguments: [RandomForest.Criterion.gini, .entropy])
  func `by a forest as well as scikit-learn`(criterion: RandomForest.Criterion) throws {
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth, learner.criterion) = (60, 8, criterion)
    let found = try areas { try learner.fit(bins(of: $0), labels: $1).probabilities($2) }
    #expect(isAsGood(found, as: TreeQualityFixture.randomForest))
  }

  @Test(arguments: [RandomForest.Criterion.gini, .entropy])
  func `several classes by a forest as well as scikit-learn`(
    criterion: RandomForest.Criterion
  ) throws {
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth, learner.criterion) = (60, 8, criterion)
    let found = try folds { rows, targets, held, truth in
      let model = try learner.fit(bins(of: rows), labels: classes(targets), classCount: 3)
      let chances = try model.probabilities(held)
      let losses = classes(truth).enumerated().map { -log(max(chances[3 * $0 + $1], 0x1p-52)) }
      return losses.reduce(0, +) / Double(losses.count)
    }
    #expect(isAsGood(found.map(-), as: TreeQualityFixture.classForestLosses.map(-)))
  }

  @Test func `numbers by a forest as well as scikit-learn`() throws {
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth) = (60, 8)
    let found = try folds { rows, targets, held, truth in
      let answers = try learner.fit(bins(of: rows), targets: targets).predictions(held)
      let squares = zip(answers, truth).map { ($0 - $1) * ($0 - $1) }
      return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    }
    #expect(isAsGood(found.map(-), as: TreeQualityFixture.numberForestErrors.map(-)))
  }

  @Test func `number by number, as a single tree of scikit-learn`() throws {
    let (rows, targets) = plainRows()
    let model = try singleTree.fit(
      bins(of: rows), targets: targets, sampleWeights: unevenWeights(200))
    let answers = try model.predictions(rows)
    #expect(agree(Array(answers[..<20]), TreeQualityFixture.treePredictions, relative: 1e-9))
    #expect(agree(model.importances, TreeQualityFixture.treeImportances, relative: 1e-9))
  }

  @Test(arguments: [
    (RandomForest.Criterion.gini, TreeQualityFixture.treeGiniProbabilities),
    (.entropy, TreeQualityFixture.treeEntropyProbabilities),
  ])
  func `class by class, as a single tree of scikit-learn`(
    criterion: RandomForest.Criterion, expected: [Double]
  ) throws {
    let (rows, targets) = plainRows()
    var learner = singleTree
    learner.criterion = criterion
    let model = try learner.fit(
      bins(of: rows), labels: classes(targets), classCount: 3, sampleWeights: unevenWeights(200))
    let answers = try model.probabilities(rows)
    #expect(agree(Array(answers[..<60]), expected, relative: 1e-9))
  }
}

/// Weights of rows that leave no two splits equally good.
func unevenWeights(_ count: Int) -> [Double] {
  (0..<count).map { Double($0 * 37 % 101 + 50) / 100 }
}

/// A tree of depth 4 of which nothing is drawn.
private var singleTree: RandomForest {
  var learner = RandomForest()
  (learner.treeCount, learner.maxDepth, learner.bootstrap) = (1, 4, false)
  learner.maxFeatures = .all
  return learner
}

/// The first 200 rows, and the two of their columns that lack no cell.
private func plainRows() -> (table: Table, targets: [Double]) {
  let (rows, targets) = sampleInteractions()
  let first = Array(0..<200)
  let columns = [rows.columns[0], rows.columns[2]].map { $0.rows(first) }
  return (Table(columns: columns, rowCount: 200), Array(targets[..<200]))
}

/// Which of three classes targets are in.
private func classes(_ targets: [Double]) -> [Int] {
  targets.map { $0 > 0.5 ? 2 : $0 > -0.3 ? 1 : 0 }
}

/// Whether the mean of some areas is no further below that of others than these deviate.
private func isAsGood(_ found: [Double], as others: [Double]) -> Bool {
  let mean = others.reduce(0, +) / Double(others.count)
  let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  let deviation = (squares / Double(others.count - 1)).squareRoot()
  return found.reduce(0, +) / Double(found.count) > mean - deviation
}

/// The area under the ROC curve on each fifth of the rows, fitted on the others.
private func areas(
  _ probabilities: (Table, [Int], Table) throws -> [Double]
) throws -> [Double] {
  try folds { rows, targets, held, truth in
    let scores = try probabilities(rows, targets.map { $0 > 0 ? 1 : 0 }, held)
    return try areaUnderROC(scores: scores, labels: truth.map { $0 > 0 ? 1 : 0 })
  }
}

/// What is measured on each fifth of the rows, given the others with their targets and it with its.
private func folds(
  _ measure: (Table, [Double], Table, [Double]) throws -> Double
) throws -> [Double] {
  let (rows, targets) = sampleInteractions()
  return try (0..<5).map { fold in
    let held = targets.indices.filter { $0 % 5 == fold }
    let kept = targets.indices.filter { $0 % 5 != fold }
    return try measure(
      rows.rows(kept), kept.map { targets[$0] }, rows.rows(held), held.map { targets[$0] })
  }
}

/// The rows that `.ci/interop/tree_quality.py` draws.
private func sampleInteractions() -> (table: Table, targets: [Double]) {
  var draws = SeededDraws(seed: 20_260_115)
  var (x, z, w, t): ([Double], [Double], [Double], [String]) = ([], [], [], [])
  var targets: [Double] = []
  for row in 0..<2_000 {
    x.append(draws.nextNumber())
    z.append(draws.nextNumber())
    w.append(draws.nextNumber())
    let level = draws.next(below: 12)
    t.append("l\(level)")
    let isMissing = draws.next(below: 6) == 0
    var score = 2 * x[row] * z[row] + w[row] * w[row] - 0.3
    score += [1, 4, 7, 8].contains(level) ? 0.6 : -0.2
    score += isMissing ? 0.5 : 0
    targets.append(score + 0.8 * draws.nextNumber())
    if isMissing { z[row] = .nan }
  }
  let columns = [numeric("x", x), numeric("z", z), numeric("w", w), categorical("t", t)]
  return (Table(columns: columns, rowCount: 2_000), targets)
}
