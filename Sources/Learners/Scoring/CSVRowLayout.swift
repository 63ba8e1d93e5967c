internal import Registry

/// What the records of a CSV file are as rows for a model.
struct CSVRowLayout: Sendable {
  private let path: String
  private let signature: ModelSignature
  private let inputs: [Input]
  private let keeps: Bool
  /// The column that holds the true labels, and where it stands; `nil` where nobody asks for them.
  private let label: (name: String, position: Int)?

  private struct Input: Sendable {
    let input: ScoringInput
    /// Where it stands in the record; `nil` when the file does not have it.
    let position: Int?

    /// How its cells are read: whole numbers as numbers, so that one may be missing.
    var cellType: ColumnType { input.type == .integer ? .real : input.type }
  }

  /// - Parameters:
  ///   - names: The header.
  ///   - path: What messages call the file.
  ///   - signature: Which columns are read, and what they hold.
  ///   - keeps: Whether the rows are kept as they came.
  ///   - label: A column that is read as text, beside the inputs.
  /// - Throws: As ``CSVRowReader/init(_:path:signature:keeps:label:)``.
  init(
    _ names: [String], path: String, signature: ModelSignature, keeps: Bool, label: String?
  ) throws(LearnerError) {
    self.path = path
    self.signature = signature
    self.keeps = keeps
    let positions = Dictionary(
      uniqueKeysWithValues: zip(names.map(UTF8Key.init), names.indices))
    inputs = try signature.scoringInputs().map {
      Input(input: $0, position: positions[UTF8Key($0.name)])
    }
    let derived = signature.derivedInputs { positions[UTF8Key($0)] != nil }
    let absent = inputs.filter { $0.position == nil && !$0.input.mayBeAbsent }.map(\.input.name)
    let missing = absent.filter { name in !derived.contains { UTF8Key($0) == UTF8Key(name) } }
    self.label = label.flatMap { name in positions[UTF8Key(name)].map { (name, $0) } }
    guard missing.isEmpty else { throw .missingInputs(path: path, names: missing) }
    guard derived.isEmpty else { throw .derivedInputs(path: path, names: derived) }
    if let label, self.label == nil { throw .noSuchColumn(label, known: names) }
  }

  /// The rows of a block.
  ///
  /// - Throws: ``LearnerError`` that names line and column of the first record that does not fit.
  func batch(_ block: RecordBlock) throws(LearnerError) -> RowBatch {
    var columns: [Column] = []
    var firstMisfit: Int?
    for input in inputs {
      let (column, misfit) = column(input, of: block)
      columns.append(column)
      if let misfit { firstMisfit = min(misfit, firstMisfit ?? misfit) }
    }
    if let firstMisfit { throw misfit(firstMisfit, of: block) }
    let table = Table(columns: columns, rowCount: block.count)
    guard keeps else { return RowBatch(table: table, labels: labels(of: block)) }
    let kept = (0..<block.count).map { record in
      RowBatch.Kept.fields((0..<block.columnCount).map { block.text($0, of: record) })
    }
    return RowBatch(table: table, kept: kept)
  }

  /// The true labels of the block.
  private func labels(of block: RecordBlock) -> Column? {
    guard let label else { return nil }
    var builder = ColumnBuilder(type: .categorical)
    _ = builder.append(block, column: label.position)
    return builder.column(named: label.name).asLabels
  }

  /// A column of the block, and the first record that does not fit its input.
  private func column(_ input: Input, of block: RecordBlock) -> (Column, misfit: Int?) {
    guard let position = input.position else {
      return (input.input.emptyColumn(rowCount: block.count), nil)
    }
    var builder = ColumnBuilder(type: input.cellType)
    let stop = builder.append(block, column: position)
    let column = builder.column(named: input.input.name)
    // What stands before the cell that is of another kind comes first.
    return (column, input.input.firstMisfit(in: column) ?? stop)
  }

  /// What is wrong with a record: all of it.
  private func misfit(_ record: Int, of block: RecordBlock) -> LearnerError {
    let line = block.line(of: record)
    let violations = signature.validate(row: row(record, of: block))
    if violations.count == 1, case .wrongType = violations[0].problem,
      let input = inputs.first(where: { UTF8Key($0.input.name) == UTF8Key(violations[0].column) }),
      let position = input.position
    {
      return .cellDoesNotFit(
        file: path, line: line, column: input.input.name, type: input.input.type,
        cell: block.text(position, of: record))
    }
    return .rowDoesNotFit(file: path, line: line, violations)
  }

  /// The cells of a record as the values that they stand for.
  private func row(_ record: Int, of block: RecordBlock) -> JSONObject {
    JSONObject(
      distinctMembers: inputs.compactMap { input in
        input.position.map { position in
          JSONObject.Member(
            key: input.input.name,
            value: block.jsonValue(position, of: record, as: input.input.type))
        }
      })
  }
}

extension ScoringInput {
  /// The first cell of a column that this input does not take, whatever its kind.
  fileprivate func firstMisfit(in column: Column) -> Int? {
    switch column.values {
    case .numbers(let numbers): return numbers.firstIndex { !accepts($0) }
    case .categories(let codes, let levels):
      if acceptsAllText { return nil }
      let fits = levels.map { accepts($0) }
      return codes.firstIndex { $0 < 0 ? !isNullable : !fits[Int($0)] }
    }
  }
}

extension RecordBlock {
  /// A cell as the value that it stands for: text where it spells no value of the type.
  fileprivate func jsonValue(_ column: Int, of record: Int, as type: ColumnType) -> JSONValue {
    if isMissing(column, of: record) { return .null }
    let text = text(column, of: record)
    switch type {
    case .categorical: return .string(text)
    case .boolean: if let truth = BooleanWord.value(of: text) { return .bool(truth) }
    case .integer, .real: break
    }
    return number(column, of: record).flatMap(JSONNumber.init).map(JSONValue.number)
      ?? .string(text)
  }
}

extension [SignatureViolation] {
  /// What to do about a row of a table, where an empty cell is a missing value.
  var tableRemedy: String {
    if count == 1, case .unknownLevel = self[0].problem { return remedy }
    return allSatisfy { $0.problem == .null }
      ? "fill in the cells, or leave the row out"
      : "mend the cells, or leave them empty where the value is not known"
  }
}
