/// A table as it was read, with what was found out on the way.
public struct CSVTable: Sendable, Equatable {
  /// The columns.
  public let table: Table
  /// What to know about single columns, in their order.
  public let notes: [TableNote]
  /// The byte between fields.
  public let separator: Separator
}
