extension RandomForest {
  /// How many trees grow before their out-of-bag answers are added up and forgotten.
  private static let wave = 32

  /// Grows the trees.
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
    try checkHyperparameters()
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: 2, rowCount: features.rowCount)
    let rows = ForestRows(table: features, labels: labels, weights: weights)
    var trees: [Tree] = []
    var outOfBag = OutOfBag(rowCount: features.rowCount)
    var importances = [Double](repeating: 0, count: features.columnCount)
    for start in stride(from: 0, to: treeCount, by: Self.wave) {
      for grown in grow(start..<min(start + Self.wave, treeCount), rows) {
        trees.append(grown.tree)
        outOfBag.add(grown)
        for column in importances.indices { importances[column] += grown.importances[column] }
      }
      try progress(trees.count, treeCount)
    }
    let total = importances.reduce(0, +)
    return RandomForestModel(
      binner: features.binner, trees: trees,
      importances: total > 0 ? importances.map { $0 / total } : importances,
      outOfBagProbabilities: bootstrap ? outOfBag.means : nil)
  }

  /// Grows the trees of these numbers.
  private func grow(_ numbers: Range<Int>, _ rows: ForestRows) -> [ForestTreeGrower.Grown] {
    var grown = [ForestTreeGrower.Grown?](repeating: nil, count: numbers.count)
    grown.withUnsafeMutableBufferPointer { grown in
      concurrently(numbers.count, threads: maxThreads) { index in
        var grower = ForestTreeGrower(
          parameters: self, rows: rows, number: numbers.lowerBound + index)
        grown[index] = grower.grow()
      }
    }
    return grown.compactMap { $0 }
  }
}

/// The answers of the trees that did not learn from a row.
private struct OutOfBag {
  private var sums: [Double]
  private var counts: [Int32]

  init(rowCount: Int) {
    sums = [Double](repeating: 0, count: rowCount)
    counts = [Int32](repeating: 0, count: rowCount)
  }

  mutating func add(_ grown: ForestTreeGrower.Grown) {
    for (leaf, range) in grown.spareRanges.enumerated() {
      for row in grown.spareRows[range] {
        sums[Int(row)] += grown.tree.values[leaf]
        counts[Int(row)] += 1
      }
    }
  }

  /// The mean answer for each row; `nil` where every tree learned from it.
  var means: [Double?] {
    zip(sums, counts).map { sum, count in count > 0 ? sum / Double(count) : nil }
  }
}
