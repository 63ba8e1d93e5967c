internal import Registry

/// Rows for a model, a batch at a time: CSV or JSON Lines in, a table of the model's inputs out.
protocol RowReader {
  /// The next rows, at most `limit`; no rows at the end.
  ///
  /// - Throws: ``LearnerError`` that names line and column of what does not fit the signature.
  mutating func next(limit: Int) throws(LearnerError) -> RowBatch
}

/// Some rows, and what they looked like in the file.
struct RowBatch {
  var table: Table
  /// The rows as they came, for output that keeps them; empty when it does not.
  var kept: [Kept] = []

  /// One row as it came.
  enum Kept {
    /// The fields, unquoted.
    case fields([[UInt8]])
    /// The object.
    case object(JSONObject)
  }
}

/// The inputs of a model while their cells are read.
struct InputColumns {
  private let fields: [ModelSignature.Field]
  private(set) var builders: [ColumnBuilder]

  /// - Throws: ``LearnerError/unscorableModel(reason:)`` for a type that cells cannot have.
  init(_ fields: [ModelSignature.Field]) throws(LearnerError) {
    self.fields = fields
    builders = []
    for field in fields {
      guard let type = ColumnType(field.type) else {
        throw .unscorableModel(reason: "its input '\(field.name)' has a type that is unknown here")
      }
      builders.append(ColumnBuilder(name: field.name, wanted: type))
    }
  }

  /// Takes a cell for an input; `false` when it does not fit.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>, to index: Int) -> Bool {
    builders[index].append(cell)
  }

  /// The rows so far, which are forgotten.
  ///
  /// - Returns: `nil` when text is not UTF-8.
  mutating func takeTable(rowCount: Int) -> Table? {
    let columns = builders.compactMap { $0.column() }
    guard columns.count == builders.count else { return nil }
    for index in builders.indices { builders[index].removeAll() }
    return Table(columns: columns, rowCount: rowCount)
  }

  /// The type that an input's cells must have.
  func type(_ index: Int) -> ColumnType { builders[index].wanted ?? .categorical }
}

extension ColumnType {
  /// The type of cells for an input of a signature.
  init?(_ type: DataType) {
    switch type {
    case .float: self = .real
    case .integer: self = .integer
    case .boolean: self = .boolean
    case .string: self = .categorical
    case .other: return nil
    }
  }
}
