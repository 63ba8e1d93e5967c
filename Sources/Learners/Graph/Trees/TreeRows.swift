/// Rows on their way through trees, and their scores.
///
/// What the pointers are read and written by was checked before: columns when the trees were compiled
/// and against the table, leaves and scores when the trees were compiled.
struct TreeRows<Feature: TreeNumber, Sum: TreeNumber> {
  /// Row by row.
  let cells: UnsafePointer<Feature>
  let columns: Int
  /// Row by row.
  let scores: UnsafeMutablePointer<Sum>
  let scoreCount: Int
  let count: Int

  /// Some of the rows.
  subscript(rows: Range<Int>) -> TreeRows {
    TreeRows(
      cells: cells + rows.lowerBound * columns, columns: columns,
      scores: scores + rows.lowerBound * scoreCount, scoreCount: scoreCount, count: rows.count)
  }
}
