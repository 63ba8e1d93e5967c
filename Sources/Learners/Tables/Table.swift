/// Named columns of equal length.
public struct Table: Sendable, Equatable {
  /// The columns, in the order of the file.
  public let columns: [Column]
  /// How many rows every column has.
  public let rowCount: Int

  /// A table of these columns, in this order.
  ///
  /// - Precondition: every column has `rowCount` rows; names differ byte for byte.
  public init(columns: [Column], rowCount: Int) {
    precondition(
      columns.allSatisfy { $0.count == rowCount }, "columns of one table differ in length")
    self.columns = columns
    self.rowCount = rowCount
  }

  /// The column of this name.
  ///
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``.
  public func column(_ name: String) throws(LearnerError) -> Column {
    guard let column = columns.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw .noSuchColumn(name, known: columns.map(\.name))
    }
    return column
  }

  /// The rows at `indices`, in that order.
  public func rows(_ indices: [Int]) -> Table {
    Table(columns: columns.map { $0.rows(indices) }, rowCount: indices.count)
  }
}
