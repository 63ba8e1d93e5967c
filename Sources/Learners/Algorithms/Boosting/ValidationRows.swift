/// Rows that are not learned from, by which to tell when to stop.
public struct ValidationRows<Label: Sendable & Equatable>: Sendable, Equatable {
  /// The rows, with the columns that are learned from.
  public let table: Table
  /// One label for each row: a class, or the number to predict.
  public let labels: [Label]

  /// Rows and their labels.
  public init(table: Table, labels: [Label]) {
    self.table = table
    self.labels = labels
  }
}
