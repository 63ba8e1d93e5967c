extension GradientBoosting {
  /// Fits the trees.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, 0 or 1.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - validation: rows that tell when to stop; see ``earlyStoppingRounds``. Without them all
  ///     ``treeCount`` trees are fitted.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
  ///   ``LearnerError/labelNotBinary(_:row:)``; ``LearnerError/weightOutOfRange(row:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when a label does not occur or only with weight 0;
  ///   ``LearnerError/noSuchColumn(_:known:)`` for a monotone column that is not there;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``; and what
  ///   ``FittedColumnBinner/transform(_:)`` throws for the validation rows.
  /// - Complexity: O(trees × rows × columns × depth); 16 bytes for each bin of each column and leaf.
  public func fit(
    _ features: BinnedTable, labels: [Int], sampleWeights: [Double]? = nil,
    validation: ValidationRows? = nil
  ) throws(LearnerError) -> GradientBoostingModel {
    try checkHyperparameters()
    let weights = try labelWeights(
      labels, sampleWeights, classWeights: classWeights, rowCount: features.rowCount)
    var run = BoostingRun(
      parameters: self, table: features, loss: BinaryLogLoss(labels: labels, weights: weights),
      weights: weights, directions: try directions(features.binner))
    let stopping: EarlyStopping<BinaryLogLoss>?
    if let validation {
      try check(validation.labels, rowCount: validation.table.rowCount)
      let equal = [Double](repeating: 1, count: validation.labels.count)
      stopping = EarlyStopping(
        input: try features.binner.values(validation.table),
        loss: BinaryLogLoss(labels: validation.labels, weights: equal), baseline: run.baseline,
        patience: earlyStoppingRounds)
    } else {
      stopping = nil
    }
    return run.fit(stopping)
  }
}
