/// A grown random forest for numbers: the mean of what its trees answer.
public struct ForestRegressionModel: Sendable, Equatable {
  let forest: Forest

  /// How the model's columns are sorted into bins.
  public var binner: FittedColumnBinner { forest.binner }
  /// Each leaf's answer is the mean target of its rows.
  var trees: [Tree] { forest.trees }
  /// How many trees there are.
  public var treeCount: Int { trees.count }
  /// For each column, in the order of ``binner``, its share of what all decisions took from the
  /// squared error: they add up to 1, or all are 0 where nothing was divided. Columns of many values
  /// come out too high.
  public var importances: [Double] { forest.importances }
  /// For each row that was learned from, the prediction of the trees that did not draw it, an
  /// estimate for new rows; `nil` for a row that every tree drew or that weighs nothing. There are
  /// none without bootstrap.
  public var outOfBagPredictions: [Double?]? { forest.outOfBag }

  /// The expected target of each row.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A level that was not
  ///   among the fitted rows counts as missing.
  /// - Returns: one number a row, between the least and the largest target that was learned from.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × trees × depth).
  public func predictions(_ table: Table) throws(LearnerError) -> [Double] {
    try forest.means(table)
  }
}
