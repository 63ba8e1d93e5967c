import Learners

/// One fit, with the hyperparameters of the benchmarks: 200 trees, of 31 leaves at rate 0.1 or of
/// depth 10, and defaults.
struct LearnerFit {
  /// What a fitted model says of rows: probabilities of label 1, or numbers.
  typealias Answers = (Table) throws -> [Double]

  let run: () throws -> Answers

  init(learner: String, task: LearningTask, rows: FoldedRows, threads: Int) throws {
    let labels = rows.targets.map { Int($0) }
    let binned = { try ColumnBinner(columns: rows.columns).fit(rows.table).transform(rows.table) }
    var boosting = GradientBoosting()
    (boosting.treeCount, boosting.maxThreads) = (200, threads)
    var forest = RandomForest()
    (forest.treeCount, forest.maxDepth, forest.maxThreads) = (200, 10, threads)
    switch (learner, task) {
    case ("linear", .binary):
      run = {
        let transformer = try ColumnTransformer(columns: rows.columns).fit(rows.table)
        let model = try LogisticRegression().fit(
          transformer.transform(rows.table), labels: labels)
        return { try model.probabilities(transformer.transform($0)) }
      }
    case ("forest", .binary):
      run = { [forest] in try forest.fit(binned(), labels: labels).probabilities }
    case ("boosting", .binary):
      run = { [boosting] in try boosting.fit(binned(), labels: labels).probabilities }
    default:
      throw LearnerError.hyperparameterOutOfRange(
        name: "learner", value: learner, allowed: "linear, forest or boosting")
    }
  }
}
