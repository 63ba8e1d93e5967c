/// Named columns of equal length.
public struct Table: Sendable, Equatable {
  /// The columns, in the order of the file.
  public let columns: [Column]
  /// How many rows every column has.
  public let rowCount: Int
  private let positions: [UTF8Key: Int]

  /// A table of these columns, in this order.
  ///
  /// - Precondition: every column has `rowCount` rows; names differ byte for byte.
  public init(columns: [Column], rowCount: Int) {
    precondition(
      columns.allSatisfy { $0.count == rowCount }, "columns of one table differ in length")
    self.columns = columns
    self.rowCount = rowCount
    positions = Dictionary(
      zip(columns.map { UTF8Key($0.name) }, columns.indices),
      uniquingKeysWith: { first, _ in first })
  }

  /// The column of this name.
  ///
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``.
  public func column(_ name: String) throws(LearnerError) -> Column {
    guard let position = positions[UTF8Key(name)] else {
      throw .noSuchColumn(name, known: columns.map(\.name))
    }
    return columns[position]
  }

  /// The rows at `indices`, in that order.
  public func rows(_ indices: [Int]) -> Table {
    Table(columns: columns.map { $0.rows(indices) }, rowCount: indices.count)
  }
}
