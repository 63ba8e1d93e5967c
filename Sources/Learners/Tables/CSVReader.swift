internal import Registry

/// Reads a whole CSV text into a table and finds out what its columns hold.
///
/// - integer: whole numbers without point and exponent, below 2^53 in magnitude, none missing.
/// - real: any other numbers; a missing cell is NaN. A column with nothing but missing cells too.
/// - boolean: TRUE, True, true, FALSE, False and false; a missing cell is NaN.
/// - categorical: everything else, as text.
///
/// A cell is missing when it is empty or spelled as one of pandas' default missing values (`NA`,
/// `NaN`, `null`, …), in quotes or not. Numbers are the nearest Double to what is written; spaces
/// around them are skipped, as is a leading `+`; `inf` and `Infinity` are numbers. Which texts are
/// read at all: see `RecordReader`.
public struct CSVReader: Sendable {
  private let types: [String: ColumnType]
  private let separator: Separator?
  /// A column that is read as text whatever ``types`` says: the target of a training.
  var textColumn: String?

  /// A reader that finds out what it is not told.
  ///
  /// - Parameters:
  ///   - types: what the columns of these names hold, whatever their cells look like. A boolean
  ///     column may then also hold 0 and 1, an integer column whole numbers written as `1.0`.
  ///   - separator: the byte between fields; `nil` finds out from the first records.
  public init(types: [String: ColumnType] = [:], separator: Separator? = nil) {
    self.types = types
    self.separator = separator
  }

  /// Reads a file.
  ///
  /// The file is read twice when a column turns out to be text after its first cells looked like
  /// numbers; such a column of a pipe has to be given its type.
  ///
  /// - Throws: ``LearnerError/registry(_:)`` when the file cannot be read,
  ///   ``LearnerError/emptyTable(_:)``, ``LearnerError/tableWithoutRows(_:)``,
  ///   ``LearnerError/malformedTable(_:line:_:)`` for the first fault in the text,
  ///   ``LearnerError/notUTF8Table(_:encoding:)``, ``LearnerError/noSuchColumn(_:known:)`` when a
  ///   type is given for a column that is not there, ``LearnerError/tooManyRows(_:limit:)``,
  ///   ``LearnerError/cellDoesNotFit(file:line:column:type:cell:)`` or
  ///   ``LearnerError/changedWhileReading(_:)``.
  /// - Complexity: O(*n*) time in the bytes; memory for the values and one block.
  public func read(path: String) throws(LearnerError) -> CSVTable {
    try read(named: path) { () throws(LearnerError) in
      do throws(RegistryError) {
        return try FileSource(path: path)
      } catch { throw .registry(error) }
    }
  }

  /// Reads a text in memory, which errors call `name`; the rest as ``read(path:)``.
  public func read(bytes: [UInt8], named name: String) throws(LearnerError) -> CSVTable {
    try read(named: name) { () throws(LearnerError) in MemorySource(bytes) }
  }

  /// Reads what `source` opens, once or twice; the rest as ``read(path:)``.
  func read(
    named name: String, source: () throws(LearnerError) -> any ByteSource
  ) throws(LearnerError) -> CSVTable {
    var reader = try RecordReader(source(), named: name, separator: separator)
    let asked = try askedTypes(of: reader.names)
    var builders = asked.map(ColumnBuilder.init(type:))
    let rows = try fill(&builders, from: &reader, named: name)
    guard rows > 0 else { throw .tableWithoutRows(name) }
    let tooLarge = builders.map(\.isTooLarge)
    if builders.contains(where: \.needsText) {
      try reread(&builders, rows: rows, named: name, from: source(), reader)
    }
    var columns: [Column] = []
    for (builder, name) in zip(builders, reader.names) {
      let column = builder.column(named: name)
      columns.append(name == textColumn ? column.asLabels : column)
    }
    let notes = zip(columns, tooLarge).flatMap { TableNote.notes(on: $0, isTooLarge: $1) }
    return CSVTable(
      table: Table(columns: columns, rowCount: rows), notes: notes, separator: reader.separator)
  }

  /// The type asked for each column, by the bytes of its name.
  private func askedTypes(of names: [String]) throws(LearnerError) -> [ColumnType?] {
    let byBytes = Dictionary(uniqueKeysWithValues: types.map { (Array($0.key.utf8), $0.value) })
    let known = Set(names.map { Array($0.utf8) })
    for name in types.keys.sorted() where !known.contains(Array(name.utf8)) {
      throw .noSuchColumn(name, known: names)
    }
    return names.map { name in
      textColumn?.utf8.elementsEqual(name.utf8) == true ? .categorical : byBytes[Array(name.utf8)]
    }
  }

  private func fill(
    _ builders: inout [ColumnBuilder], from reader: inout RecordReader, named name: String
  ) throws(LearnerError) -> Int {
    var rows = 0
    while try reader.readBlock() {
      var misfit: (record: Int, column: Int)?
      for column in builders.indices {
        guard let record = builders[column].append(reader.block, column: column) else { continue }
        if record < misfit?.record ?? .max { misfit = (record, column) }
      }
      if let misfit { throw self.misfit(misfit.record, misfit.column, reader, named: name) }
      rows += reader.block.count
      guard rows <= Int32.max else { throw .tooManyRows(name, limit: Int(Int32.max)) }
    }
    return rows
  }

  private func misfit(
    _ record: Int, _ column: Int, _ reader: RecordReader, named name: String
  ) -> LearnerError {
    let columnName = reader.names[column]
    let type = types.first { $0.key.utf8.elementsEqual(columnName.utf8) }?.value
    return .cellDoesNotFit(
      file: name, line: reader.block.line(of: record), column: columnName,
      type: type ?? .categorical, cell: reader.block.text(column, of: record))
  }

  /// Reads the text again for the columns that turned out to be text.
  private func reread(
    _ builders: inout [ColumnBuilder], rows: Int, named name: String,
    from source: any ByteSource, _ first: RecordReader
  ) throws(LearnerError) {
    let columns = builders.indices.filter { builders[$0].needsText }
    for column in columns { builders[column] = ColumnBuilder(rereading: builders[column]) }
    var reader = try RecordReader(source, named: name, separator: first.separator)
    guard reader.names == first.names else { throw .changedWhileReading(name) }
    var again = 0
    while try reader.readBlock() {
      again += reader.block.count
      guard again <= rows else { break }
      for column in columns { _ = builders[column].append(reader.block, column: column) }
    }
    guard again == rows else { throw .changedWhileReading(name) }
  }
}
