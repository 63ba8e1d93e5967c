import Testing

@testable import Learners

/// The learners that the laws are run over: each of three methods for each task.
struct LearnerUnderTest: Sendable, CustomTestStringConvertible {
  let method: Method
  let task: LearningTask

  enum Method: CaseIterable {
    case linear, boosting, forest
  }

  static let all = Method.allCases.flatMap { method in
    LearningTask.allCases.map { LearnerUnderTest(method: method, task: $0) }
  }
  static let ofTrees = all.filter { $0.method != .linear }
  static let classifiers = all.filter { $0.task != .regression }

  var testDescription: String { "\(method) \(task)" }

  /// How many numbers are answered for a row.
  var outputCount: Int { task == .multiclass ? 3 : 1 }

  /// Rows, and for each its label, its class or a number.
  func sample(_ count: Int, seed: UInt64) -> (Table, [Double]) {
    switch task {
    case .binary:
      let (rows, labels) = sampleClassification(count, seed: seed)
      return (rows, labels.map(Double.init))
    case .multiclass:
      let (rows, labels) = sampleClasses(count, seed: seed)
      return (rows, labels.map(Double.init))
    case .regression: return sampleScores(count, seed: seed)
    }
  }

  /// A target that misleads.
  func wrong(_ target: Double) -> Double {
    switch task {
    case .binary: 1 - target
    case .multiclass: target == 2 ? 0 : target + 1
    case .regression: 0.5 - target
    }
  }

  /// Fits on a table's rows and answers for others.
  func answers(
    _ query: Table, fittedOn rows: Table, _ targets: [Double], weights: [Double]? = nil,
    maxThreads: Int = 1
  ) throws -> [Double] {
    switch method {
    case .linear: try linear(query, rows, targets, weights)
    case .boosting: try boosting(query, rows, targets, weights, maxThreads)
    case .forest: try forest(query, rows, targets, weights, maxThreads)
    }
  }

  private func linear(
    _ query: Table, _ rows: Table, _ targets: [Double], _ weights: [Double]?
  ) throws -> [Double] {
    let transformer = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
    let (features, query) = try (transformer.transform(rows), transformer.transform(query))
    let labels = targets.map { Int($0) }
    switch task {
    case .binary:
      return try LogisticRegression()
        .fit(features, labels: labels, sampleWeights: weights).probabilities(query)
    case .multiclass:
      return try LogisticRegression()
        .fit(features, labels: labels, classCount: 3, sampleWeights: weights)
        .probabilities(query)
    case .regression:
      return try RidgeRegression()
        .fit(features, targets: targets, sampleWeights: weights).predictions(query)
    }
  }

  private func boosting(
    _ query: Table, _ rows: Table, _ targets: [Double], _ weights: [Double]?, _ maxThreads: Int
  ) throws -> [Double] {
    var learner = GradientBoosting()
    (learner.treeCount, learner.minSamplesLeaf, learner.maxLeaves) = (20, 1, 6)
    (learner.l2, learner.maxThreads) = (1, maxThreads)
    let labels = targets.map { Int($0) }
    let table = try bins(of: rows)
    switch task {
    case .binary:
      return try learner.fit(table, labels: labels, sampleWeights: weights).probabilities(query)
    case .multiclass:
      return try learner.fit(table, labels: labels, classCount: 3, sampleWeights: weights)
        .probabilities(query)
    case .regression:
      return try learner.fit(table, targets: targets, sampleWeights: weights).predictions(query)
    }
  }

  /// Without bootstrap and with all columns nothing is drawn, so that the laws hold exactly.
  private func forest(
    _ query: Table, _ rows: Table, _ targets: [Double], _ weights: [Double]?, _ maxThreads: Int
  ) throws -> [Double] {
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth, learner.bootstrap) = (2, 6, false)
    (learner.maxFeatures, learner.maxThreads) = (.all, maxThreads)
    let labels = targets.map { Int($0) }
    let table = try bins(of: rows)
    switch task {
    case .binary:
      return try learner.fit(table, labels: labels, sampleWeights: weights).probabilities(query)
    case .multiclass:
      return try learner.fit(table, labels: labels, classCount: 3, sampleWeights: weights)
        .probabilities(query)
    case .regression:
      return try learner.fit(table, targets: targets, sampleWeights: weights).predictions(query)
    }
  }

  /// How much of what there is to tell the answers tell: the area under the ROC curve, the share of
  /// rows whose most probable class is theirs, or R².
  func quality(_ answers: [Double], _ targets: [Double]) throws -> Double {
    switch task {
    case .binary: return try areaUnderROC(scores: answers, labels: targets.map { Int($0) })
    case .multiclass:
      let right = targets.indices.count {
        answers[3 * $0..<3 * $0 + 3].max() == answers[3 * $0 + Int(targets[$0])]
      }
      return Double(right) / Double(targets.count)
    case .regression:
      let mean = targets.reduce(0, +) / Double(targets.count)
      let all = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return 1 - zip(answers, targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / all
    }
  }
}

/// A table, its columns sorted into bins.
func bins(of rows: Table) throws -> BinnedTable {
  try ColumnBinner(columns: rows.columns.map(\.name)).fit(rows).transform(rows)
}
