internal import Registry

/// The rows of a CSV file: columns are found by their names, others are passed over.
struct CSVRowReader: RowReader {
  private var records: CSVRecordReader
  private var columns: InputColumns
  /// Where each input stands in the record.
  private let positions: [Int]
  private let keeps: Bool

  /// - Throws: ``LearnerError/missingInputs(path:names:)`` when columns are missing.
  init(
    _ records: CSVRecordReader, inputs: [ModelSignature.Field], keeps: Bool
  ) throws(LearnerError) {
    self.records = records
    self.keeps = keeps
    columns = try InputColumns(inputs)
    var positions: [Int] = []
    var missing: [String] = []
    for input in inputs {
      let position = records.header.firstIndex { $0.utf8.elementsEqual(input.name.utf8) }
      if let position { positions.append(position) } else { missing.append(input.name) }
    }
    guard missing.isEmpty else { throw .missingInputs(path: records.path, names: missing) }
    self.positions = positions
  }

  var header: [String] { records.header }

  mutating func next(limit: Int) throws(LearnerError) -> RowBatch {
    var rowCount = 0
    var kept: [RowBatch.Kept] = []
    while rowCount < limit, try records.next() {
      for (index, position) in positions.enumerated() {
        guard records.withField(position, { columns.append($0, to: index) }) else {
          throw misfit(index, at: position)
        }
      }
      if keeps {
        kept.append(.fields(records.header.indices.map { records.withField($0, Array.init) }))
      }
      rowCount += 1
    }
    guard let table = columns.takeTable(rowCount: rowCount) else {
      throw records.fault(.notUTF8(column: "of the last \(rowCount) rows"))
    }
    return RowBatch(table: table, kept: kept)
  }

  private func misfit(_ index: Int, at position: Int) -> LearnerError {
    let text = records.withField(position) { String(decoding: $0.prefix(40), as: UTF8.self) }
    return records.fault(
      .cell(column: records.header[position], text: text, expected: columns.type(index)))
  }
}
