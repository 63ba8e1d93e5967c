/// A grown random forest: the mean of what its trees answer.
public struct RandomForestModel: Sendable, Equatable {
  /// How the model's columns are sorted into bins.
  public let binner: FittedColumnBinner
  /// Each leaf's answer is a probability of label 1.
  let trees: [Tree]
  /// For each column, in the order of ``binner``, its share of what all decisions made purer: they
  /// add up to 1, or all are 0 where nothing was divided. Columns of many values come out too high.
  public let importances: [Double]
  /// For each row that was learned from, the probability of label 1 by the trees that did not draw
  /// it, an estimate for new rows; `nil` for a row that every tree drew or that weighs nothing. There
  /// are none without bootstrap.
  public let outOfBagProbabilities: [Double?]?

  /// How many trees there are.
  public var treeCount: Int { trees.count }

  /// The probability of label 1, one for each row, in 0...1.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A level that was not
  ///   among the fitted rows counts as missing.
  /// - Returns: one number a row.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × trees × depth).
  public func probabilities(_ table: Table) throws(LearnerError) -> [Double] {
    let input = try binner.values(table)
    var sums = [Double](repeating: 0, count: table.rowCount)
    for tree in trees { tree.add(to: &sums, of: input, output: 0, outputCount: 1) }
    // Rounding may carry a sum of ones a hair too far.
    return sums.map { min($0 / Double(trees.count), 1) }
  }
}
