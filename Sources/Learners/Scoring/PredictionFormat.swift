/// How rows are written.
public enum PredictionFormat: String, Sendable, CaseIterable {
  /// Comma-separated values with a header.
  case csv
  /// A JSON object a line.
  case jsonLines = "jsonl"
}
