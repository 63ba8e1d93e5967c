internal import Registry

/// Rows for a model, a batch at a time: CSV or JSON Lines in, a table of the model's inputs out.
protocol RowReader {
  /// The next rows, not looked into as far as others can do that at the same time; `nil` at the end.
  ///
  /// - Throws: ``LearnerError`` that names line and column of what does not fit the signature.
  mutating func read() throws(LearnerError) -> UnparsedRows?

  /// The names of what is kept of a row, known when the first rows were read.
  var header: [String] { get }
}

extension RowReader {
  /// The next rows; `nil` at the end.
  ///
  /// - Throws: ``LearnerError`` that names line and column of what does not fit the signature.
  mutating func next() throws(LearnerError) -> RowBatch? { try read()?.batch() }
}

/// Rows that still may have to be made of the text.
enum UnparsedRows {
  case batch(RowBatch)
  case records(RecordBlock, CSVRowLayout)

  /// - Throws: ``LearnerError`` that names line and column of what does not fit the signature.
  func batch() throws(LearnerError) -> RowBatch {
    switch self {
    case .batch(let batch): batch
    case .records(let block, let layout): try layout.batch(block)
    }
  }
}

/// Some rows, and what they looked like in the file.
struct RowBatch {
  var table: Table
  /// The rows as they came, for output that keeps them; empty when it does not.
  var kept: [Kept] = []
  /// The true labels, as text; `nil` where nobody asked for them.
  var labels: Column?

  /// One row as it came.
  enum Kept {
    /// The fields, unquoted.
    case fields([String])
    /// The object.
    case object(JSONObject)
  }
}
