import Testing

@testable import Learners

/// Against what LightGBM and scikit-learn reach on the same rows with the same hyperparameters: not
/// the same trees, but within a deviation of the folds as good.
@Suite struct `Trees tell labels apart` {
  @Test func `on the rows that the others had`() {
    #expect(sampleInteractions().labels.reduce(0, +) == TreeQualityFixture.positives)
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
  let (rows, labels) = sampleInteractions()
  return try (0..<5).map { fold in
    let held = labels.indices.filter { $0 % 5 == fold }
    let kept = labels.indices.filter { $0 % 5 != fold }
    let scores = try probabilities(rows.rows(kept), kept.map { labels[$0] }, rows.rows(held))
    return try areaUnderROC(scores: scores, labels: held.map { labels[$0] })
  }
}

/// The rows that `.ci/interop/tree_quality.py` draws.
private func sampleInteractions() -> (table: Table, labels: [Int]) {
  var draws = SeededDraws(seed: 20_260_115)
  var (x, z, w, t): ([Double], [Double], [Double], [String]) = ([], [], [], [])
  var labels: [Int] = []
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
    labels.append(score + 0.8 * draws.nextNumber() > 0 ? 1 : 0)
    if isMissing { z[row] = .nan }
  }
  let columns = [numeric("x", x), numeric("z", z), numeric("w", w), categorical("t", t)]
  return (Table(columns: columns, rowCount: 2_000), labels)
}
