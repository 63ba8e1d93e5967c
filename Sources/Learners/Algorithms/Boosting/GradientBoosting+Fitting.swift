extension GradientBoosting {
  /// Fits trees that tell two labels apart, by log-loss.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, 0 or 1.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - validation: rows that are measured after each tree, and may tell when to stop; see
  ///     ``earlyStoppingRounds``. Without them all
  ///     ``treeCount`` trees are fitted.
  ///   - progress: told after each tree, on the calling thread; what it throws ends the fit.
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
    validation: ValidationRows<Int>? = nil, progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> GradientBoostingModel {
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: 2, rowCount: features.rowCount)
    if let validation { try check(validation.labels, rowCount: validation.table.rowCount) }
    let boosted = try boost(
      features, BinaryLogLoss(labels: labels, weights: weights), weights,
      validation.map { ($0.table, BinaryLogLoss(labels: $0.labels, weights: ones($0.labels))) },
      progress)
    return GradientBoostingModel(boosted: boosted)
  }

  /// Fits trees that tell several classes apart, by log-loss: one a class in each of ``treeCount``
  /// rounds.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, in `0..<classCount`. A class that does not occur is nearly ruled
  ///     out.
  ///   - classCount: how many classes there are, at least 3.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - validation: rows that tell when to stop.
  ///   - progress: told after each round, on the calling thread; what it throws ends the fit.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/labelOutOfRange(_:row:classCount:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when no other class occurs with a weight above 0;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for fewer than 3 classes, and
  ///   for directions, which classes have none; else as for two labels.
  /// - Complexity: as for two labels, times `classCount`.
  public func fit(
    _ features: BinnedTable, labels: [Int], classCount: Int, sampleWeights: [Double]? = nil,
    validation: ValidationRows<Int>? = nil, progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> MulticlassBoostingModel {
    try check("classCount", classCount, isAtLeast: 3)
    if let column = monotone.keys.min() {
      throw .hyperparameterOutOfRange(
        name: "monotone", value: column, allowed: "no columns when there are several classes")
    }
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: classCount, rowCount: features.rowCount)
    if let validation {
      try check(
        validation.labels, classCount: classCount, rowCount: validation.table.rowCount)
    }
    let loss = { (labels: [Int], weights: [Double]) in
      SoftmaxLogLoss(labels: labels, weights: weights, classCount: classCount)
    }
    let boosted = try boost(
      features, loss(labels, weights), weights,
      validation.map { ($0.table, loss($0.labels, ones($0.labels))) }, progress)
    return MulticlassBoostingModel(boosted: boosted)
  }

  /// Fits trees that predict numbers, by squared error; ``classWeights`` is not looked at.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - targets: one for each row, finite.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - validation: rows that tell when to stop.
  ///   - progress: told after each tree, on the calling thread; what it throws ends the fit.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/targetNotFinite(row:)``; ``LearnerError/noRows`` when all weigh 0;
  ///   else as for two labels.
  /// - Complexity: as for two labels.
  public func fit(
    _ features: BinnedTable, targets: [Double], sampleWeights: [Double]? = nil,
    validation: ValidationRows<Double>? = nil, progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> BoostingRegressionModel {
    let weights = try targetWeights(targets, sampleWeights, rowCount: features.rowCount)
    if let validation { try check(targets: validation.labels, rowCount: validation.table.rowCount) }
    let largest = targets.reduce(0) { max($0, abs($1)) }
    let unit = largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    let loss = { (targets: [Double], weights: [Double]) in
      SquaredError(targets: targets.map { $0 / unit }, weights: weights)
    }
    let boosted = try boost(
      features, loss(targets, weights), weights,
      validation.map { ($0.table, loss($0.labels, ones($0.labels))) }, progress)
    return BoostingRegressionModel(boosted: boosted, unit: unit)
  }

  private func boost<Loss: BoostingLoss>(
    _ features: BinnedTable, _ loss: Loss, _ weights: [Double],
    _ validation: (table: Table, loss: Loss)?, _ progress: FitProgress
  ) throws(LearnerError) -> BoostedTrees {
    try checkHyperparameters()
    var run = BoostingRun(
      parameters: self, table: features, loss: loss, weights: weights,
      directions: try directions(features.binner))
    guard let validation else { return try run.fit(nil, progress) }
    return try run.fit(
      EarlyStopping(
        input: try features.binner.values(validation.table), loss: validation.loss,
        baseline: run.baseline, patience: earlyStoppingRounds), progress)
  }
}

private func ones<Label>(_ labels: [Label]) -> [Double] {
  [Double](repeating: 1, count: labels.count)
}
