extension Candidate {
  /// Learns from rows.
  ///
  /// - Parameters:
  ///   - rows: what to learn from.
  ///   - seed: what rows and columns are drawn by, and the rows that tell when to stop.
  ///   - watched: rows that boosting is measured on after each tree; they change nothing.
  ///   - progress: told how far it is; may throw.
  /// - Returns: what scores are computed from.
  /// - Throws: what the algorithm throws.
  func fit(
    _ rows: LearningRows, seed: UInt64, watched: LearningRows? = nil, progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    switch self {
    case .logisticRegression(let learner):
      return try Self.fit(learner, rows, progress)
    case .ridge(let learner):
      return try Self.fit(learner, rows)
    case .randomForest(var learner):
      learner.seed = seed
      return try Self.fit(learner, rows, progress)
    case .gradientBoosting(var learner):
      learner.seed = seed
      return try Self.fit(learner, rows, watched, progress)
    }
  }

  /// Columns without a value among few rows are no inputs.
  private static func transformer(
    _ features: Table
  ) throws(LearnerError) -> FittedColumnTransformer {
    let rows = Array(0..<features.rowCount)
    let columns = features.columns.filter { $0.hasValue(in: rows) }
    return try ColumnTransformer(columns: columns.map(\.name)).fit(features)
  }

  private static func fit(
    _ learner: LogisticRegression, _ rows: LearningRows, _ progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    let (target, weights) = (rows.target, rows.weights)
    let transformer = try transformer(rows.features)
    let design = try transformer.transform(rows.features)
    if target.task == .multiclass {
      let model = try learner.fit(
        design, labels: target.labels, classCount: target.classes.count,
        sampleWeights: weights, progress: progress)
      return FittedCandidate(
        linear: transformer, model.coefficients, model.intercepts, .softmax,
        converged: model.converged)
    }
    let model = try learner.fit(
      design, labels: target.labels, sampleWeights: weights, progress: progress)
    return FittedCandidate(
      linear: transformer, [model.coefficients], [model.intercept], .logistic,
      converged: model.converged)
  }

  private static func fit(
    _ learner: RidgeRegression, _ rows: LearningRows
  ) throws(LearnerError) -> FittedCandidate {
    let transformer = try transformer(rows.features)
    let model = try learner.fit(
      try transformer.transform(rows.features), targets: rows.target.numbers,
      sampleWeights: rows.weights)
    return FittedCandidate(
      linear: transformer, [model.coefficients], [model.intercept], .identity)
  }

  private static func fit(
    _ learner: RandomForest, _ rows: LearningRows, _ progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    let binned = try binned(rows.features)
    let (target, weights) = (rows.target, rows.weights)
    switch target.task {
    case .binary:
      let model = try learner.fit(
        binned, labels: target.labels, sampleWeights: weights, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, importances: model.importances)
    case .multiclass:
      let model = try learner.fit(
        binned, labels: target.labels, classCount: target.classes.count,
        sampleWeights: weights, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, importances: model.importances)
    case .regression:
      let model = try learner.fit(
        binned, targets: target.numbers, sampleWeights: weights, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, importances: model.importances)
    }
  }

  static func binned(_ features: Table) throws(LearnerError) -> BinnedTable {
    try ColumnBinner(columns: features.columns.map(\.name)).fit(features).transform(features)
  }
}
