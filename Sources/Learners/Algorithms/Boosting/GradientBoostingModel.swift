/// Fitted gradient boosting for two labels: log-odds that are a sum of what trees answer.
public struct GradientBoostingModel: Sendable, Equatable {
  let boosted: BoostedTrees

  /// How the model's columns are sorted into bins.
  public var binner: FittedColumnBinner { boosted.binner }
  /// How many trees there are.
  public var treeCount: Int { boosted.roundCount }
  /// The mean log-loss on the validation rows after each tree that was tried; empty without them.
  public var validationLosses: [Double] { boosted.validationLosses }

  /// The log-odds of label 1, one for each row.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A level that was not
  ///   among the fitted rows counts as missing.
  /// - Returns: one number a row.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × trees × depth).
  public func decisionFunction(_ table: Table) throws(LearnerError) -> [Double] {
    try boosted.scores(table)
  }

  /// The probability of label 1, one for each row, in 0...1.
  ///
  /// - Parameter table: see ``decisionFunction(_:)``.
  /// - Returns: one number a row.
  /// - Throws: as ``decisionFunction(_:)``.
  /// - Complexity: O(rows × trees × depth).
  public func probabilities(_ table: Table) throws(LearnerError) -> [Double] {
    try boosted.scores(table).map(probability(ofLogOdds:))
  }
}
