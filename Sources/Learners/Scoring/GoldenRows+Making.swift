public import Registry

extension GoldenRows {
  /// How many rows are taken from the range of scores.
  private static let spread = 6

  /// Rows of a table with what the model answers to them, exactly.
  ///
  /// - Parameters:
  ///   - predictor: The model.
  ///   - table: Rows with at least the model's inputs, of which the first ``maximumRows`` are taken.
  /// - Throws: ``LearnerError/noRows``, or what keeps the rows from being scored.
  public init(_ predictor: Predictor, rows table: Table) throws(LearnerError) {
    try self.init(predictor, first: Self.maximumRows, of: [table], tolerance: 0)
  }

  /// A few rows of a table that other models would answer otherwise: from the lowest score to the
  /// highest in even steps, then one with a missing cell, and one with a text that is no level of its
  /// column, where the model takes such rows.
  ///
  /// The last two are made of the row with the middle score when the table has none with a missing
  /// cell. The same table and model give the same rows.
  ///
  /// - Parameters:
  ///   - predictor: The model.
  ///   - table: Rows with at least the model's inputs, such as those of the test part.
  /// - Throws: ``LearnerError/noRows``, or what keeps the rows from being scored.
  /// - Complexity: O(*n* log *n*) in the rows, and what scoring takes.
  public init(_ predictor: Predictor, chosenFrom table: Table) throws(LearnerError) {
    try self.init(predictor, chosenFrom: [table], tolerance: 0)
  }

  /// The same, of the rows of a CSV file.
  ///
  /// - Parameters:
  ///   - predictor: The model.
  ///   - path: The file, with at least the columns of the model's inputs.
  ///   - count: How many rows to take, from the first on, at most ``maximumRows``; when `nil`, a few are
  ///     chosen.
  ///   - tolerance: How far a number may be from the answer, a finite number from 0.
  /// - Throws: ``LearnerError/tableWithoutRows(_:)``, or ``LearnerError`` that names line and column of
  ///   what does not fit the signature.
  /// - Complexity: The rows are kept in memory.
  public init(
    _ predictor: Predictor, file path: String, first count: Int? = nil, tolerance: Double = 0
  ) throws(LearnerError) {
    let tables = try predictor.tables(of: path, rowCount: count)
    guard !tables.isEmpty else { throw .tableWithoutRows(path) }
    if let count {
      try self.init(
        predictor, first: min(count, Self.maximumRows), of: tables, tolerance: tolerance)
    } else {
      try self.init(predictor, chosenFrom: tables, tolerance: tolerance)
    }
  }

  private init(
    _ predictor: Predictor, first count: Int, of tables: [Table], tolerance: Double
  ) throws(LearnerError) {
    let rows = RowPlaces(tables)
    guard rows.count > 0, count > 0 else { throw .noRows }
    let inputs = try predictor.requests(rows, Array(0..<min(rows.count, count)))
    try self.init(predictor, inputs: inputs, tolerance: tolerance)
  }

  private init(
    _ predictor: Predictor, chosenFrom tables: [Table], tolerance: Double
  ) throws(LearnerError) {
    let rows = RowPlaces(tables)
    var scores: [Double] = []
    for table in tables { scores += try predictor.predict(table).map(\.score) }
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    guard !order.isEmpty else { throw .noRows }
    var chosen: [Int] = []
    for step in 0..<Self.spread {
      let row = order[step * (order.count - 1) / (Self.spread - 1)]
      if !chosen.contains(row) { chosen.append(row) }
    }
    let middle = try predictor.requests(rows, [order[order.count / 2]])[0]
    let incomplete = try predictor.firstIncompleteRow(of: rows)
    if let incomplete, !chosen.contains(incomplete) { chosen.append(incomplete) }
    var inputs = try predictor.requests(rows, chosen)
    var unseen: [JSONObject] = []
    if incomplete == nil, let made = predictor.signature.incomplete(middle) { unseen.append(made) }
    if let made = predictor.signature.withUnknownLevel(middle) { unseen.append(made) }
    // The signature may be silent about what the model refuses.
    inputs += unseen.filter { (try? predictor.answers(to: [$0])) != nil }
    try self.init(predictor, inputs: inputs, tolerance: tolerance)
  }

  private init(
    _ predictor: Predictor, inputs: [JSONObject], tolerance: Double
  ) throws(LearnerError) {
    let outputs = try predictor.answers(to: inputs)
    self.init(
      rows: zip(inputs, outputs).map { GoldenRows.Row(input: $0, output: $1) },
      tolerance: tolerance)
  }
}

extension ModelSignature {
  /// A row without its first value that may be missing; `nil` where none may be.
  fileprivate func incomplete(_ row: JSONObject) -> JSONObject? {
    guard let input = inputs.first(where: { $0.isNullable != false }) else { return nil }
    var row = row
    row[input.name] = .null
    return row
  }

  /// A row with a text in its first column of text that no level is; `nil` where there is no such
  /// column that takes it.
  fileprivate func withUnknownLevel(_ row: JSONObject) -> JSONObject? {
    let input = inputs.first { $0.type == .string && $0.unknownLevels != .refuse }
    guard let input else { return nil }
    var text = "unknown level"
    while input.levels?.contains(text) == true { text += "?" }
    var row = row
    row[input.name] = .string(text)
    return row
  }
}
