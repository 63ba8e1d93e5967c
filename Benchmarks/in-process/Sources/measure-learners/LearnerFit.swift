import Learners

/// One fit with the hyperparameters of the benchmarks: 200 trees, of 31 leaves at rate 0.1 or of
/// depth 10, and defaults.
struct LearnerFit {
  let learner: String
  let task: LearningTask
  let rows: FoldedRows
  let threads: Int

  /// What a fitted model says of rows: probabilities of label 1 or of each class, or numbers.
  typealias Answers = (Table) throws -> [Double]

  /// From the rows in memory to a model.
  func run() throws -> Answers {
    switch learner {
    case "linear": try linear()
    case "forest": try forest()
    case "boosting": try boosting()
    default: throw LearnerError.noSuchColumn(learner, known: ["linear", "forest", "boosting"])
    }
  }

  private func linear() throws -> Answers {
    let transformer = try ColumnTransformer(columns: rows.columns).fit(rows.table)
    let design = try transformer.transform(rows.table)
    let answers: (DesignMatrix) throws -> [Double]
    switch task {
    case .binary:
      answers = try LogisticRegression().fit(design, labels: rows.labels).probabilities
    case .multiclass:
      answers = try LogisticRegression()
        .fit(design, labels: rows.labels, classCount: rows.classCount).probabilities
    case .regression:
      answers = try RidgeRegression().fit(design, targets: rows.targets).predictions
    }
    return { try answers(transformer.transform($0)) }
  }

  private func forest() throws -> Answers {
    var forest = RandomForest()
    (forest.treeCount, forest.maxDepth, forest.maxThreads) = (200, 10, threads)
    let bins = try self.bins()
    switch task {
    case .binary: return try forest.fit(bins, labels: rows.labels).probabilities
    case .multiclass:
      return try forest.fit(bins, labels: rows.labels, classCount: rows.classCount).probabilities
    case .regression: return try forest.fit(bins, targets: rows.targets).predictions
    }
  }

  private func boosting() throws -> Answers {
    var boosting = GradientBoosting()
    (boosting.treeCount, boosting.maxThreads) = (200, threads)
    let bins = try self.bins()
    switch task {
    case .binary: return try boosting.fit(bins, labels: rows.labels).probabilities
    case .multiclass:
      return try boosting.fit(bins, labels: rows.labels, classCount: rows.classCount).probabilities
    case .regression: return try boosting.fit(bins, targets: rows.targets).predictions
    }
  }

  private func bins() throws -> BinnedTable {
    try ColumnBinner(columns: rows.columns).fit(rows.table).transform(rows.table)
  }
}
