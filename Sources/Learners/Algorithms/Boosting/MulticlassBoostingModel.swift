/// Fitted gradient boosting for several classes: a score a class, each a sum of what trees answer.
public struct MulticlassBoostingModel: Sendable, Equatable {
  let boosted: BoostedTrees

  /// How the model's columns are sorted into bins.
  public var binner: FittedColumnBinner { boosted.binner }
  /// How many classes there are.
  public var classCount: Int { boosted.baseline.count }
  /// How many rounds there are, each of one tree a class.
  public var roundCount: Int { boosted.roundCount }
  /// The mean log-loss on the validation rows after each round that was tried; empty without them.
  public var validationLosses: [Double] { boosted.validationLosses }

  /// The probabilities of the classes, row by row.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A level that was not
  ///   among the fitted rows counts as missing.
  /// - Returns: ``classCount`` numbers a row, each in 0...1, that add up to 1.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × trees × depth).
  public func probabilities(_ table: Table) throws(LearnerError) -> [Double] {
    var scores = try boosted.scores(table)
    for row in 0..<table.rowCount { softmax(&scores, row * classCount..<(row + 1) * classCount) }
    return scores
  }
}
