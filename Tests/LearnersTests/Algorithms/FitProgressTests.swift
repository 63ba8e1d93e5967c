import Testing

@testable import Learners

@Suite struct `The progress of a fit` {
  /// By hand: of 40 trees a forest grows 32, then the last 8.
  @Test func `is told after each tree, or each few, or each step`() throws {
    let (rows, labels) = sampleClassification(200, seed: 61)
    var boosting = GradientBoosting()
    boosting.treeCount = 3
    #expect(
      try told { _ = try boosting.fit(bins(of: rows), labels: labels, progress: $0) } == [
        [1, 3], [2, 3], [3, 3],
      ])
    var forest = RandomForest()
    forest.treeCount = 40
    #expect(
      try told { _ = try forest.fit(bins(of: rows), labels: labels, progress: $0) } == [
        [32, 40], [40, 40],
      ])
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    let steps = try told {
      _ = try LogisticRegression(maxIterations: 50).fit(features, labels: labels, progress: $0)
    }
    #expect(steps.count > 2)
    #expect(steps == (1...steps.count).map { [$0, 50] })
  }

  @Test func `ends the fit by throwing`() throws {
    let (rows, labels) = sampleClassification(100, seed: 62)
    let table = try bins(of: rows)
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    let targets = labels.map(Double.init)
    let fits: [(FitProgress) throws -> Void] = [
      { _ = try GradientBoosting().fit(table, labels: labels, progress: $0) },
      { _ = try GradientBoosting().fit(table, labels: labels, classCount: 3, progress: $0) },
      { _ = try GradientBoosting().fit(table, targets: targets, progress: $0) },
      { _ = try RandomForest().fit(table, labels: labels, progress: $0) },
      { _ = try RandomForest().fit(table, labels: labels, classCount: 3, progress: $0) },
      { _ = try RandomForest().fit(table, targets: targets, progress: $0) },
      { _ = try LogisticRegression().fit(features, labels: labels, progress: $0) },
      { _ = try LogisticRegression().fit(features, labels: labels, classCount: 3, progress: $0) },
    ]
    for fit in fits {
      var calls = 0
      #expect(throws: LearnerError.noFeatures) {
        try fit { (_, _) throws(LearnerError) in
          calls += 1
          throw .noFeatures
        }
      }
      #expect(calls == 1)
    }
  }
}

/// What a fit tells.
private func told(_ fit: (FitProgress) throws -> Void) rethrows -> [[Int]] {
  var calls: [[Int]] = []
  try fit { done, total in calls.append([done, total]) }
  return calls
}
