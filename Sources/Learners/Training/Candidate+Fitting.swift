extension Candidate {
  /// Learns from rows.
  ///
  /// - Parameters:
  ///   - features: the rows, their numbers in single precision.
  ///   - target: what to predict, a value for each row.
  ///   - seed: what rows and columns are drawn by, and the rows that tell when to stop.
  ///   - watched: rows that boosting is measured on after each tree; they change nothing.
  ///   - progress: told how far it is; may throw.
  /// - Returns: what scores are computed from.
  /// - Throws: what the algorithm throws.
  func fit(
    _ features: Table, _ target: TargetEncoding, seed: UInt64, watched: WatchedRows? = nil,
    progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    switch self {
    case .logisticRegression(let learner):
      return try Self.fit(learner, features, target, progress)
    case .ridge(let learner):
      return try Self.fit(learner, features, target)
    case .randomForest(var learner):
      learner.seed = seed
      return try Self.fit(learner, features, target, progress)
    case .gradientBoosting(var learner):
      learner.seed = seed
      return try Self.fit(learner, features, target, watched, progress)
    }
  }

  private static func transformer(
    _ features: Table
  ) throws(LearnerError) -> FittedColumnTransformer {
    try ColumnTransformer(columns: features.columns.map(\.name)).fit(features)
  }

  private static func fit(
    _ learner: LogisticRegression, _ features: Table, _ target: TargetEncoding,
    _ progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    let transformer = try transformer(features)
    let design = try transformer.transform(features)
    if target.task == .multiclass {
      let model = try learner.fit(
        design, labels: target.labels, classCount: target.classes.count, progress: progress)
      return FittedCandidate(
        linear: transformer, model.coefficients, model.intercepts, .softmax,
        converged: model.converged)
    }
    let model = try learner.fit(design, labels: target.labels, progress: progress)
    return FittedCandidate(
      linear: transformer, [model.coefficients], [model.intercept], .logistic,
      converged: model.converged)
  }

  private static func fit(
    _ learner: RidgeRegression, _ features: Table, _ target: TargetEncoding
  ) throws(LearnerError) -> FittedCandidate {
    let transformer = try transformer(features)
    let model = try learner.fit(try transformer.transform(features), targets: target.numbers)
    return FittedCandidate(
      linear: transformer, [model.coefficients], [model.intercept], .identity)
  }

  private static func fit(
    _ learner: RandomForest, _ features: Table, _ target: TargetEncoding, _ progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    let binned = try binned(features)
    switch target.task {
    case .binary:
      let model = try learner.fit(binned, labels: target.labels, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, importances: model.importances)
    case .multiclass:
      let model = try learner.fit(
        binned, labels: target.labels, classCount: target.classes.count, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, importances: model.importances)
    case .regression:
      let model = try learner.fit(binned, targets: target.numbers, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, importances: model.importances)
    }
  }

  static func binned(_ features: Table) throws(LearnerError) -> BinnedTable {
    try ColumnBinner(columns: features.columns.map(\.name)).fit(features).transform(features)
  }
}
