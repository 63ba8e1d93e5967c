/// Something about a column that a person should look at before training on it.
public struct TableNote: Sendable, Equatable {
  /// The column.
  public let column: String
  /// What there is to see.
  public let reason: Reason

  /// What there is to see.
  public enum Reason: String, Sendable {
    /// Text that differs in nearly every row, or whole numbers that count the rows.
    case identifier = "looks like an identifier: it says who a row is, not what it is like"
    /// The same value in every row.
    case constant = "has the same value in every row"
    /// No value at all.
    case empty = "has no value in any row"
  }

  /// From how many rows on a column can look like an identifier.
  private static let minimumRows = 50
  /// The share of different values from which on text looks like an identifier.
  private static let identifierShare = 0.95

  /// What there is to see in a table, in the order of its columns.
  static func notes(on table: Table) -> [TableNote] {
    table.columns.compactMap { column in
      reason(column).map { TableNote(column: column.name, reason: $0) }
    }
  }

  private static func reason(_ column: Column) -> Reason? {
    switch column.values {
    case .numbers(let numbers):
      guard let first = numbers.first(where: { !$0.isNaN }) else { return .empty }
      if numbers.allSatisfy({ $0 == first }) { return .constant }
      return column.type == .integer && countsRows(numbers) ? .identifier : nil
    case .categories(let codes, let levels):
      if levels.isEmpty { return .empty }
      if levels.count == 1, !codes.contains(-1) { return .constant }
      let isDistinct = Double(levels.count) >= identifierShare * Double(codes.count)
      return codes.count >= minimumRows && isDistinct ? .identifier : nil
    }
  }

  /// Whether each number is one more than the one before it.
  private static func countsRows(_ numbers: [Double]) -> Bool {
    numbers.count >= minimumRows
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }
}
