package import Registry

/// Reads a whole CSV file into a table, finding separator and types out.
///
/// Types are inferred from every cell: numbers (whole ones, if none is missing), TRUE and FALSE,
/// text otherwise. The tokens that pandas takes for missing are missing.
public struct CSVReader: Sendable {
  /// The types of columns, by name, where they are not to be inferred.
  public var types: [String: ColumnType]
  /// What stands between fields, one ASCII character; `nil` to find out among `,` `;` tab `|`.
  public var separator: UInt8?

  /// A reader that finds out what it is not told.
  public init(types: [String: ColumnType] = [:], separator: UInt8? = nil) {
    self.types = types
    self.separator = separator
  }

  /// Reads a file.
  ///
  /// - Throws: ``LearnerError/csv(_:)`` that names line and column, ``LearnerError/registry(_:)``
  ///   when the file cannot be read, ``LearnerError/noSuchColumn(_:known:)`` when a type is given
  ///   for a column that is not there.
  /// - Complexity: One pass, and a second one for columns in which text comes after numbers.
  public func read(path: String) throws(LearnerError) -> CSVTable {
    try read(path: path) { () throws(LearnerError) in
      try FileSource.opened(path)
    }
  }

  /// Reads bytes that can be read twice.
  package func read(
    path: String, open: () throws(LearnerError) -> any ByteSource
  ) throws(LearnerError) -> CSVTable {
    let first = try pass(CSVRecordReader(open(), path: path, separator: separator), types: types)
    let again = first.builders.filter(\.needsAnotherPass)
    guard !again.isEmpty else { return try table(first) }
    var known = types
    for builder in again { known[builder.name] = .categorical }
    let reader = try CSVRecordReader(open(), path: path, separator: first.reader.separator)
    let second = try pass(reader, types: known, only: Set(again.map { Array($0.name.utf8) }))
    return try table(first, replacing: second)
  }

  private struct Pass {
    var reader: CSVRecordReader
    var builders: [ColumnBuilder]
    var rowCount = 0
  }

  private func pass(
    _ reader: CSVRecordReader, types: [String: ColumnType], only: Set<[UInt8]>? = nil
  ) throws(LearnerError) -> Pass {
    for name in types.keys.sorted() where !reader.header.contains(name) {
      throw .noSuchColumn(name, known: reader.header)
    }
    var pass = Pass(
      reader: reader,
      builders: reader.header.map { ColumnBuilder(name: $0, wanted: types[$0]) })
    let indices = reader.header.indices.filter {
      only?.contains(Array(reader.header[$0].utf8)) ?? true
    }
    while try pass.reader.next() {
      for index in indices {
        let fits = pass.reader.withField(index) { pass.builders[index].append($0) }
        guard fits else { throw misfit(index, in: pass) }
      }
      pass.rowCount += 1
    }
    guard pass.rowCount > 0 else { throw .csv(CSVFault(.noRows, path: reader.path)) }
    return pass
  }

  private func misfit(_ index: Int, in pass: Pass) -> LearnerError {
    let builder = pass.builders[index]
    guard let wanted = builder.wanted, wanted != .categorical else {
      return pass.reader.fault(.tooManyLevels(column: builder.name))
    }
    let text = pass.reader.withField(index) { String(decoding: $0.prefix(40), as: UTF8.self) }
    return pass.reader.fault(.cell(column: builder.name, text: text, expected: wanted))
  }

  private func table(_ pass: Pass, replacing second: Pass? = nil) throws(LearnerError) -> CSVTable {
    var columns: [Column] = []
    for (index, builder) in pass.builders.enumerated() {
      let filled = builder.needsAnotherPass ? second?.builders[index] ?? builder : builder
      guard let column = filled.column() else {
        throw .csv(CSVFault(.notUTF8(column: builder.name), path: pass.reader.path))
      }
      columns.append(column)
    }
    let table = Table(columns: columns, rowCount: pass.rowCount)
    return CSVTable(
      table: table, separator: pass.reader.separator, notes: TableNote.notes(on: table))
  }
}

/// A table that was read from a CSV file, and what was found out on the way.
public struct CSVTable: Sendable {
  /// The rows.
  public let table: Table
  /// What stands between the fields of the file, an ASCII character.
  public let separator: UInt8
  /// What a person should look at before training.
  public let notes: [TableNote]
}
