/// Sorts the cells of tables into bins, as ``ColumnBinner`` learned to.
public struct FittedColumnBinner: Sendable, Equatable {
  /// One for each column, in table order.
  let inputs: [ColumnBins]

  /// The columns' names, in table order.
  public var columnNames: [String] { inputs.map(\.name) }

  /// The bin of each cell: what trees are fitted on.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A column of the other
  ///   kind may stand in only when all its cells are missing.
  /// - Returns: `table.rowCount` rows.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × columns).
  public func transform(_ table: Table) throws(LearnerError) -> BinnedTable {
    var binned = BinnedTable(binner: self, rowCount: table.rowCount)
    for (index, input) in inputs.enumerated() {
      let values = try input.values(of: table.column(input.name))
      binned.setColumn(index, input.bins(of: values))
    }
    return binned
  }

  /// The cells as trees compare them, row by row.
  ///
  /// - Throws: as ``transform(_:)``.
  func values(_ table: Table) throws(LearnerError) -> TreeInput {
    var cells = [Float](repeating: 0, count: table.rowCount * inputs.count)
    for (index, input) in inputs.enumerated() {
      let values = try input.values(of: table.column(input.name))
      for row in values.indices { cells[row * inputs.count + index] = values[row] }
    }
    return TreeInput(rowCount: table.rowCount, columnCount: inputs.count, cells: cells)
  }
}
