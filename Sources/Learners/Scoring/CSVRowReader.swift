internal import Registry

/// The rows of a CSV file: columns are found by their names, others are passed over.
struct CSVRowReader: RowReader {
  private var records: RecordReader
  private let layout: CSVRowLayout

  /// - Parameters:
  ///   - records: The file.
  ///   - path: What messages call it.
  ///   - signature: Which columns are read, and what they hold.
  ///   - keeps: Whether the rows are kept as they came.
  ///   - label: A column that is read as text, beside the inputs.
  /// - Throws: ``LearnerError/missingInputs(path:names:)`` when columns are missing,
  ///   ``LearnerError/derivedInputs(path:names:)``, or ``LearnerError/noSuchColumn(_:known:)`` for the
  ///   label.
  init(
    _ records: RecordReader, path: String, signature: ModelSignature, keeps: Bool,
    label: String? = nil
  ) throws(LearnerError) {
    self.records = records
    layout = try CSVRowLayout(
      records.names, path: path, signature: signature, keeps: keeps, label: label)
  }

  /// The names in the header.
  var header: [String] { records.names }

  mutating func read() throws(LearnerError) -> UnparsedRows? {
    try records.readBlock() ? .records(records.block.trimmed, layout) : nil
  }
}

extension RecordReader {
  /// Reads the header of rows for a model. Where the signature has names that begin with a space, the
  /// model was made from a table whose spaces are part of names and texts.
  ///
  /// - Throws: As ``init(_:named:separator:skipsInitialSpace:longestRecord:)``.
  init(
    _ source: any ByteSource, named name: String, signature: ModelSignature
  ) throws(LearnerError) {
    let hasSpaces = signature.inputs.contains { $0.name.hasPrefix(" ") }
    try self.init(source, named: name, skipsInitialSpace: hasSpaces ? false : nil)
  }
}
