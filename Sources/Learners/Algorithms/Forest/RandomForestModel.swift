/// A grown random forest: the mean of what its trees answer.
public struct RandomForestModel: Sendable, Equatable {
  let forest: Forest

  /// How the model's columns are sorted into bins.
  public var binner: FittedColumnBinner { forest.binner }
  /// Each leaf's answer is a probability of label 1.
  var trees: [Tree] { forest.trees }
  /// How many trees there are.
  public var treeCount: Int { trees.count }
  /// For each column, in the order of ``binner``, its share of what all decisions made purer: they
  /// add up to 1, or all are 0 where nothing was divided. Columns of many values come out too high.
  public var importances: [Double] { forest.importances }
  /// For each row that was learned from, the probability of label 1 by the trees that did not draw
  /// it, an estimate for new rows; `nil` for a row that every tree drew or that weighs nothing. There
  /// are none without bootstrap.
  public var outOfBagProbabilities: [Double?]? { forest.outOfBag }

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
    // Rounding may carry a mean of ones a hair too far.
    try forest.means(table).map { min($0, 1) }
  }
}
