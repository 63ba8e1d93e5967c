/// Rows that are not learned from, by which to tell when to stop.
public struct ValidationRows: Sendable, Equatable {
  /// The rows, with the columns that are learned from.
  public let table: Table
  /// One label for each row.
  public let labels: [Int]

  /// Rows and their labels.
  public init(table: Table, labels: [Int]) {
    self.table = table
    self.labels = labels
  }
}
