/// By how much a score falls when the cells of a column are shuffled among the rows.
///
/// Where columns tell the same, shuffling one of them costs little: each then seems to matter less than
/// both do.
public struct PermutationImportance: Sendable, Equatable {
  /// The column's name.
  public let name: String
  /// The mean fall, in units of the score; below 0 where the score rose.
  public let mean: Double
  /// The standard deviation of the falls, over the repeats themselves and not over their number less 1.
  public let deviation: Double
}

/// The permutation importance of columns.
///
/// - Parameters:
///   - columns: their names.
///   - table: rows to score, better ones that the model was not fitted on.
///   - repeats: how often each column is shuffled, at least 1.
///   - seed: the same seed gives the same shuffles, and the same ones for each column.
///   - score: how good a model is on a table, the larger the better; called 1 + columns × repeats times,
///     with rows in the order of `table`.
/// - Returns: one for each column, in the order of `columns`.
/// - Throws: ``LearnerError/noSuchColumn(_:known:)``;
///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for too few repeats; and what `score`
///   throws.
///
/// Source: Breiman (2001), *Random forests*, Machine Learning 45; scikit-learn's
/// `permutation_importance`.
public func permutationImportances(
  of columns: [String], in table: Table, repeats: Int, seed: UInt64,
  score: (Table) throws(LearnerError) -> Double
) throws(LearnerError) -> [PermutationImportance] {
  try check("repeats", repeats, isAtLeast: 1)
  for name in columns { _ = try table.column(name) }
  let whole = try score(table)
  var importances: [PermutationImportance] = []
  for name in columns {
    let column = try table.column(name)
    var generator = SeededGenerator(seed: seed)
    var order = Array(0..<table.rowCount)
    var falls: [Double] = []
    for _ in 0..<repeats {
      generator.shuffle(&order)
      falls.append(whole - (try score(table.replacing(column.rows(order)))))
    }
    let mean = falls.reduce(0, +) / Double(repeats)
    let squares = falls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    importances.append(
      PermutationImportance(
        name: name, mean: mean, deviation: (squares / Double(repeats)).squareRoot()))
  }
  return importances
}

extension Table {
  /// The table with a column of one of its names in that one's place.
  fileprivate func replacing(_ column: Column) -> Table {
    Table(
      columns: columns.map { $0.name.utf8.elementsEqual(column.name.utf8) ? column : $0 },
      rowCount: rowCount)
  }
}
