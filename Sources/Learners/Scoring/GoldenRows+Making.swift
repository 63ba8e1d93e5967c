public import Registry

extension GoldenRows {
  /// How many rows are taken from the range of scores.
  private static let spread = 6

  /// Rows of a table with what the model answers to them, exactly.
  ///
  /// - Parameters:
  ///   - predictor: The model.
  ///   - table: 1 to ``maximumRows`` rows with at least the model's inputs.
  /// - Throws: ``LearnerError/noRows``, or what keeps the rows from being scored.
  public init(_ predictor: Predictor, rows table: Table) throws(LearnerError) {
    guard table.rowCount > 0 else { throw .noRows }
    let indices = Array(0..<min(table.rowCount, Self.maximumRows))
    try self.init(predictor, inputs: try predictor.requests(table, indices))
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
    let scores = try predictor.predict(table).map(\.score)
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    guard !order.isEmpty else { throw .noRows }
    var chosen: [Int] = []
    for step in 0..<Self.spread {
      let row = order[step * (order.count - 1) / (Self.spread - 1)]
      if !chosen.contains(row) { chosen.append(row) }
    }
    let middle = try predictor.requests(table, [order[order.count / 2]])[0]
    let incomplete = try predictor.firstIncompleteRow(of: table)
    if let incomplete, !chosen.contains(incomplete) { chosen.append(incomplete) }
    var inputs = try predictor.requests(table, chosen)
    if incomplete == nil, let made = predictor.signature.incomplete(middle) { inputs.append(made) }
    if let made = predictor.signature.withUnknownLevel(middle) { inputs.append(made) }
    try self.init(predictor, inputs: inputs)
  }

  private init(_ predictor: Predictor, inputs: [JSONObject]) throws(LearnerError) {
    let outputs = try predictor.answers(to: inputs)
    self.init(rows: zip(inputs, outputs).map { GoldenRows.Row(input: $0, output: $1) })
  }
}

extension Predictor {
  /// Rows of a table as requests.
  fileprivate func requests(_ table: Table, _ rows: [Int]) throws(LearnerError) -> [JSONObject] {
    let columns = try inputColumns(of: table)
    return rows.map { row in
      JSONObject(
        distinctMembers: columns.map { .init(key: $0.name, value: $0.jsonValue(row: row)) })
    }
  }

  fileprivate func firstIncompleteRow(of table: Table) throws(LearnerError) -> Int? {
    try inputColumns(of: table).compactMap(\.firstMissing).min()
  }

  private func inputColumns(of table: Table) throws(LearnerError) -> [Column] {
    var columns: [Column] = []
    for input in inputs { columns.append(try table.column(input.name)) }
    return columns
  }
}

extension Column {
  /// The first row without a value.
  fileprivate var firstMissing: Int? {
    switch values {
    case .numbers(let numbers): numbers.firstIndex { $0.isNaN }
    case .categories(let codes, _): codes.firstIndex { $0 < 0 }
    }
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
