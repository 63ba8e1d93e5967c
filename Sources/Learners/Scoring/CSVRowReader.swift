internal import Registry

/// The rows of a CSV file: columns are found by their names, others are passed over.
struct CSVRowReader: RowReader {
  private let path: String
  private var records: RecordReader
  private let inputs: [Input]
  private let keeps: Bool

  private struct Input {
    let name: String
    let type: ColumnType
    /// Where it stands in the record.
    let position: Int

    /// How its cells are read: whole numbers as numbers, so that one may be missing.
    var cellType: ColumnType { type == .integer ? .real : type }
  }

  /// - Throws: ``LearnerError/missingInputs(path:names:)`` when columns are missing.
  init(
    _ records: RecordReader, path: String, inputs: [ModelSignature.Field], keeps: Bool
  ) throws(LearnerError) {
    self.path = path
    self.records = records
    self.keeps = keeps
    var found: [Input] = []
    var missing: [String] = []
    let positions = Dictionary(
      uniqueKeysWithValues: zip(records.names.map(UTF8Key.init), records.names.indices))
    for input in inputs {
      if let position = positions[UTF8Key(input.name)] {
        found.append(
          Input(name: input.name, type: try input.columnType(), position: position))
      } else {
        missing.append(input.name)
      }
    }
    guard missing.isEmpty else { throw .missingInputs(path: path, names: missing) }
    self.inputs = found
  }

  /// The names in the header.
  var header: [String] { records.names }

  mutating func next() throws(LearnerError) -> RowBatch? {
    guard try records.readBlock() else { return nil }
    var columns: [Column] = []
    for input in inputs { columns.append(try column(input)) }
    let table = Table(columns: columns, rowCount: records.block.count)
    guard keeps else { return RowBatch(table: table) }
    let kept = (0..<records.block.count).map { record in
      RowBatch.Kept.fields(
        (0..<records.block.columnCount).map { records.block.text($0, of: record) })
    }
    return RowBatch(table: table, kept: kept)
  }

  private func column(_ input: Input) throws(LearnerError) -> Column {
    var builder = ColumnBuilder(type: input.cellType)
    if let record = builder.append(records.block, column: input.position) {
      throw misfit(input, record)
    }
    let column = builder.column(named: input.name)
    if case .numbers(let numbers) = column.values,
      let record = numbers.firstIndex(where: { !input.type.accepts($0) })
    {
      throw misfit(input, record)
    }
    return column
  }

  private func misfit(_ input: Input, _ record: Int) -> LearnerError {
    .cellDoesNotFit(
      file: path, line: records.block.line(of: record), column: input.name, type: input.type,
      cell: records.block.text(input.position, of: record))
  }
}
