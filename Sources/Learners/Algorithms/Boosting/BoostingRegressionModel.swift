/// Fitted gradient boosting for numbers: a prediction that is a sum of what trees answer.
public struct BoostingRegressionModel: Sendable, Equatable {
  let boosted: BoostedTrees
  /// What a score of 1 stands for: a power of 2, so that nothing is rounded.
  let unit: Double

  /// How the model's columns are sorted into bins.
  public var binner: FittedColumnBinner { boosted.binner }
  /// How many trees there are.
  public var treeCount: Int { boosted.roundCount }
  /// The mean squared error on the validation rows after each tree that was tried; empty without
  /// them.
  public var validationLosses: [Double] { boosted.validationLosses.map { $0 * unit * unit } }

  /// The expected target of each row.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A level that was not
  ///   among the fitted rows counts as missing.
  /// - Returns: one number a row.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × trees × depth).
  public func predictions(_ table: Table) throws(LearnerError) -> [Double] {
    try boosted.scores(table).map { $0 * unit }
  }
}
