/// Fitted gradient boosting: log-odds that are a sum of what trees answer.
public struct GradientBoostingModel: Sendable, Equatable {
  /// How the model's columns are sorted into bins.
  public let binner: FittedColumnBinner
  /// The log-odds before the first tree.
  let baseline: [Double]
  let trees: [Tree]
  /// The mean log-loss on the validation rows after each tree that was tried; empty without them.
  public let validationLosses: [Double]

  /// How many trees there are.
  public var treeCount: Int { trees.count }

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
    let input = try binner.values(table)
    var scores = [Double](repeating: baseline[0], count: table.rowCount)
    for tree in trees { tree.add(to: &scores, of: input, output: 0, outputCount: 1) }
    return scores
  }

  /// The probability of label 1, one for each row, in 0...1.
  ///
  /// - Parameter table: see ``decisionFunction(_:)``.
  /// - Returns: one number a row.
  /// - Throws: as ``decisionFunction(_:)``.
  /// - Complexity: O(rows × trees × depth).
  public func probabilities(_ table: Table) throws(LearnerError) -> [Double] {
    try decisionFunction(table).map(probability(ofLogOdds:))
  }
}
