/// A grown random forest for several classes: the mean of what its trees answer.
public struct MulticlassForestModel: Sendable, Equatable {
  let forest: Forest

  /// How the model's columns are sorted into bins.
  public var binner: FittedColumnBinner { forest.binner }
  /// Each leaf's answer is a probability for each class.
  var trees: [Tree] { forest.trees }
  /// How many trees there are.
  public var treeCount: Int { trees.count }
  /// How many classes there are.
  public var classCount: Int { forest.outputCount }
  /// For each column, in the order of ``binner``, its share of what all decisions made purer: they
  /// add up to 1, or all are 0 where nothing was divided. Columns of many values come out too high.
  public var importances: [Double] { forest.importances }
  /// For each row that was learned from, ``classCount`` probabilities by the trees that did not draw
  /// it, an estimate for new rows; `nil` for a row that every tree drew or that weighs nothing. There
  /// are none without bootstrap.
  public var outOfBagProbabilities: [Double?]? { forest.outOfBag }

  /// The probabilities of the classes, row by row.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A level that was not
  ///   among the fitted rows counts as missing.
  /// - Returns: ``classCount`` numbers a row, each in 0...1, that add up to 1.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × trees × (depth + classes)).
  public func probabilities(_ table: Table) throws(LearnerError) -> [Double] {
    // Rounding may carry a mean of ones a hair too far.
    try forest.means(table).map { min($0, 1) }
  }
}
