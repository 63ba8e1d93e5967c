extension Candidate {
  /// Of the rows to learn from this share tells when to stop, where that is asked for.
  private static let stoppingShare = 0.1

  /// Fits gradient boosting.
  ///
  /// - Parameters:
  ///   - learner: the hyperparameters.
  ///   - features: the rows.
  ///   - target: what to predict.
  ///   - watched: rows that are measured after each tree and change nothing; early stopping takes rows
  ///     to learn from in their place.
  ///   - progress: told how far it is.
  /// - Returns: what scores are computed from.
  /// - Throws: what the algorithm throws, and what keeps rows from being divided.
  static func fit(
    _ learner: GradientBoosting, _ features: Table, _ target: TargetEncoding,
    _ watched: WatchedRows?, _ progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    guard learner.earlyStoppingRounds != nil else {
      return try boost(learner, features, target, watched, progress)
    }
    let labels = target.task == .regression ? nil : target.labels
    let split = try SplitMethod.stratified.split(
      features, labels: labels, testFraction: 0, validationFraction: stoppingShare,
      seed: learner.seed)
    return try boost(
      learner, features.rows(split.train), target.rows(split.train),
      WatchedRows(
        features: features.rows(split.validation), target: target.rows(split.validation)),
      progress)
  }

  private static func boost(
    _ learner: GradientBoosting, _ features: Table, _ target: TargetEncoding,
    _ watched: WatchedRows?, _ progress: FitProgress
  ) throws(LearnerError) -> FittedCandidate {
    let binned = try binned(features)
    let labels = watched.map { ValidationRows(table: $0.features, labels: $0.target.labels) }
    switch target.task {
    case .binary:
      let model = try learner.fit(
        binned, labels: target.labels, validation: labels, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .logistic, model.validationLosses)
    case .multiclass:
      let model = try learner.fit(
        binned, labels: target.labels, classCount: target.classes.count, validation: labels,
        progress: progress)
      return FittedCandidate(TreeEnsemble(model), .softmax, model.validationLosses)
    case .regression:
      let numbers = watched.map { ValidationRows(table: $0.features, labels: $0.target.numbers) }
      let model = try learner.fit(
        binned, targets: target.numbers, validation: numbers, progress: progress)
      return FittedCandidate(TreeEnsemble(model), .identity, model.validationLosses)
    }
  }
}

/// Rows that a fit is measured on while it goes on.
struct WatchedRows: Sendable {
  let features: Table
  let target: TargetEncoding
}

extension FittedCandidate {
  /// Boosted trees; a column matters as much as trees decide by it.
  fileprivate init(
    _ trees: TreeEnsemble, _ response: ModelGraph.Response, _ validationLosses: [Double]
  ) {
    var counts = [Double](repeating: 0, count: trees.binner.inputs.count)
    for tree in trees.trees {
      for node in tree.nodes where !node.isLeaf { counts[Int(node.column)] += 1 }
    }
    self.init(trees, response, importances: counts, validationLosses: validationLosses)
  }
}
