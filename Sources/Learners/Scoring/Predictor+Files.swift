package import Registry

extension Predictor {
  /// Scores the rows of a file into another file, in memory that does not grow with them.
  ///
  /// - Parameters:
  ///   - input: A CSV or JSON Lines file; which of them is seen from its first byte.
  ///   - output: The file to write, which appears when all rows are scored; in place of what is
  ///     there.
  ///   - format: How to write; as the input when `nil`.
  ///   - keepsColumns: Whether the input's columns are written too, before the predictions.
  ///   - guardsFormulas: Whether CSV text that a spreadsheet would compute (it begins with `=`, `+`,
  ///     `-`, `@`, a tab or a carriage return, and is no number) gets an apostrophe in front.
  ///   - progress: Told how many rows are scored; what it throws ends the scoring.
  /// - Returns: How many rows were scored.
  /// - Throws: ``LearnerError`` that names line and column of a row that does not fit the
  ///   signature; nothing is written then.
  public func predict(
    file input: String, to output: String, format: PredictionFormat? = nil,
    keepsColumns: Bool = false, guardsFormulas: Bool = false,
    progress: TrainingObserver = { _ in }
  ) throws(LearnerError) -> Int {
    let source = try FileSource.opened(input)
    return try predict(
      source, path: input, to: output, format: format, keepsColumns: keepsColumns,
      guardsFormulas: guardsFormulas, progress: progress)
  }

  /// Scores rows as they come into a file, as
  /// ``predict(file:to:format:keepsColumns:guardsFormulas:progress:)`` does.
  package func predict(
    _ source: any ByteSource, path: String, to output: String, format: PredictionFormat?,
    keepsColumns: Bool, guardsFormulas: Bool, progress: TrainingObserver = { _ in }
  ) throws(LearnerError) -> Int {
    do {
      let file = try OutputFile(path: output)
      do {
        let count = try predict(
          source, path: path, format: format, keepsColumns: keepsColumns,
          guardsFormulas: guardsFormulas, progress: progress
        ) { try file.write($0) }
        try file.finish()
        return count
      } catch {
        file.discard()
        throw error
      }
    } catch let error as LearnerError {
      throw error
    } catch let error as RegistryError {
      throw .registry(error)
    } catch { preconditionFailure("only these two are thrown: \(error)") }
  }

  /// Scores rows as they come and hands out text as it is ready.
  ///
  /// - Parameters:
  ///   - source: CSV or JSON Lines.
  ///   - path: What to call the source in messages.
  ///   - format: How to write; as the input when `nil`.
  ///   - keepsColumns: Whether the input's columns are written too.
  ///   - guardsFormulas: As above.
  ///   - progress: As above; asked after each batch.
  ///   - write: Takes the next bytes.
  /// - Returns: How many rows were scored.
  /// - Throws: ``LearnerError`` that names line and column, and what `write` throws.
  package func predict(
    _ source: any ByteSource, path: String, format: PredictionFormat?, keepsColumns: Bool,
    guardsFormulas: Bool = false, progress: TrainingObserver = { _ in },
    write: ([UInt8]) throws -> Void
  ) throws -> Int {
    var opened = try open(source, path: path, format: format, keepsColumns: keepsColumns)
    // Before the header, so that a table that is none has no output.
    var first = try opened.rows.next().map(UnparsedRows.batch)
    let writer = PredictionWriter(
      format: opened.format, modelVersion: modelVersion, outputs: outputs,
      keptHeader: keepsColumns ? opened.rows.header : nil, guardsFormulas: guardsFormulas)
    if let taken = writer.keptHeader?.first(where: outputs.names.contains) {
      throw LearnerError.outputNameTaken(path: path, column: taken)
    }
    try write(writer.header)
    var count = 0
    try inOrder {
      defer { first = nil }
      return try first ?? opened.rows.read()
    } work: { rows in
      let batch = try rows.batch()
      return (batch.table.rowCount, writer.text(try self.predict(batch.table), batch))
    } take: { rowCount, text in
      try write(text)
      count += rowCount
      try progress(TrainingProgress("scoring", done: count, of: nil, unit: "rows"))
    }
    return count
  }

  /// Looks at the first byte that is no white space: `{` begins JSON Lines, and `[` what somebody
  /// takes for them.
  private func open(
    _ source: any ByteSource, path: String, format: PredictionFormat?, keepsColumns: Bool
  ) throws(LearnerError) -> (rows: any RowReader, format: PredictionFormat) {
    var source = source
    var start: [UInt8] = []
    do throws(RegistryError) { _ = try source.read(upTo: 4096, into: &start) } catch {
      throw .registry(error)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
    let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      let format = format ?? .jsonLines
      let whole = PrefixedSource(prefix: MemorySource(Array(text)), rest: source)
      let reader = try JSONLinesRowReader(
        whole, path: path, signature: signature, outputs: outputs.names,
        keeps: !keepsColumns ? .nothing : format == .csv ? .rows : .objects)
      return (reader, format)
    }
    let whole = PrefixedSource(prefix: MemorySource(start), rest: source)
    let records = try RecordReader(whole, named: path, signature: signature)
    let reader = try CSVRowReader(records, path: path, signature: signature, keeps: keepsColumns)
    return (reader, format ?? .csv)
  }
}

/// Bytes that were read already, and then the rest of where they came from.
private struct PrefixedSource: ByteSource {
  var prefix: MemorySource
  var rest: any ByteSource

  mutating func read(upTo limit: Int, into bytes: inout [UInt8]) throws(RegistryError) -> Int {
    let count = prefix.read(upTo: limit, into: &bytes)
    return count > 0 ? count : try rest.read(upTo: limit, into: &bytes)
  }
}
