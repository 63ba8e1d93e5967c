extension RandomForest {
  /// How many trees grow before their out-of-bag answers are added up and forgotten.
  private static let wave = 32

  /// Grows trees that tell two labels apart.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, 0 or 1.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - progress: told after every few trees, on the calling thread; what it throws ends the fit.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
  ///   ``LearnerError/labelNotBinary(_:row:)``; ``LearnerError/weightOutOfRange(row:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when a label does not occur or only with weight 0;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(trees × rows × drawn columns × depth).
  public func fit(
    _ features: BinnedTable, labels: [Int], sampleWeights: [Double]? = nil,
    progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> RandomForestModel {
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: 2, rowCount: features.rowCount)
    let target = MeanTarget(labels: labels, criterion: criterion == .gini ? .gini : .entropy)
    return RandomForestModel(
      forest: try grow(target, ForestRows(table: features, weights: weights), progress))
  }

  /// Grows trees that tell several classes apart. Sets of levels are searched for class by class, which
  /// finds good ones and not always the best.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, in `0..<classCount`. A class that does not occur has probability 0.
  ///   - classCount: how many classes there are, at least 3.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - progress: told after every few trees, on the calling thread; what it throws ends the fit.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/labelOutOfRange(_:row:classCount:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when no other class occurs with a weight above 0;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for fewer than 3 classes; else as
  ///   for two labels.
  /// - Complexity: O(trees × (rows × depth + leaves × bins × classes) × drawn columns).
  public func fit(
    _ features: BinnedTable, labels: [Int], classCount: Int, sampleWeights: [Double]? = nil,
    progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> MulticlassForestModel {
    try check("classCount", classCount, isAtLeast: 3)
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: classCount, rowCount: features.rowCount)
    let target = ClassTarget(labels: labels, outputCount: classCount, criterion: criterion)
    return MulticlassForestModel(
      forest: try grow(target, ForestRows(table: features, weights: weights), progress))
  }

  /// Grows trees that predict numbers, each decision made to lower the variance of both sides;
  /// ``criterion`` and ``classWeights`` are not looked at.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - targets: one for each row, finite.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - progress: told after every few trees, on the calling thread; what it throws ends the fit.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/targetNotFinite(row:)``; ``LearnerError/noRows`` when all weigh 0; else as
  ///   for two labels.
  /// - Complexity: as for two labels.
  ///
  /// Source: scikit-learn's `RandomForestRegressor`.
  public func fit(
    _ features: BinnedTable, targets: [Double], sampleWeights: [Double]? = nil,
    progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> ForestRegressionModel {
    let weights = try targetWeights(targets, sampleWeights, rowCount: features.rowCount)
    let rows = ForestRows(table: features, weights: weights)
    return ForestRegressionModel(
      forest: try grow(MeanTarget(targets: targets), rows, progress, defaultDraw: .all))
  }

  /// Grows all trees.
  private func grow(
    _ target: some ForestTarget, _ rows: ForestRows, _ progress: FitProgress,
    defaultDraw: MaxFeatures = .squareRoot
  ) throws(LearnerError) -> Forest {
    try checkHyperparameters()
    let drawn = (maxFeatures ?? defaultDraw).number(of: rows.table.columnCount)
    var trees: [Tree] = []
    var outOfBag = OutOfBag(rowCount: rows.table.rowCount, outputCount: target.outputCount)
    var importances = [Double](repeating: 0, count: rows.table.columnCount)
    for start in stride(from: 0, to: treeCount, by: Self.wave) {
      let numbers = start..<min(start + Self.wave, treeCount)
      for grown in grow(numbers, target, rows, drawn: drawn) {
        trees.append(grown.tree)
        outOfBag.add(grown)
        for column in importances.indices { importances[column] += grown.importances[column] }
      }
      try progress(trees.count, treeCount)
    }
    let total = importances.reduce(0, +)
    return Forest(
      binner: rows.table.binner, trees: trees,
      importances: total > 0 ? importances.map { $0 / total } : importances,
      outputCount: target.outputCount, outOfBag: bootstrap ? outOfBag.means : nil)
  }

  /// Grows the trees of these numbers.
  private func grow(
    _ numbers: Range<Int>, _ target: some ForestTarget, _ rows: ForestRows, drawn: Int
  ) -> [GrownTree] {
    var grown = [GrownTree?](repeating: nil, count: numbers.count)
    grown.withUnsafeMutableBufferPointer { grown in
      concurrently(numbers.count, threads: maxThreads) { index in
        var grower = ForestTreeGrower(
          parameters: self, target: target, rows: rows, drawn: drawn,
          number: numbers.lowerBound + index)
        grown[index] = grower.grow()
      }
    }
    return grown.compactMap { $0 }
  }
}
