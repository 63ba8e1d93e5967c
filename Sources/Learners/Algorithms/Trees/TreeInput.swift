/// Rows as trees compare them.
struct TreeInput: Sendable, Equatable {
  /// How many rows there are.
  let rowCount: Int
  /// How many columns there are.
  let columnCount: Int
  /// Row by row: a number, NaN where it is missing, or the bin of a level.
  let cells: [Float]
}
