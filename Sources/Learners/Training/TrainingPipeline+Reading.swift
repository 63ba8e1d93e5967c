internal import Registry

extension TrainingPipeline {
  func readTable() throws(LearnerError) -> TrainingSource {
    var reader = CSVReader(types: types)
    // As text, labels keep the spelling of the file.
    reader.textColumn = target
    var first: DigestingSource?
    let csv = try reader.read(named: data) { () throws(LearnerError) in
      let source = DigestingSource(try FileSource.opened(data))
      first = first ?? source
      return source
    }
    guard let first else { preconditionFailure("a table was read from some source") }
    return TrainingSource(csv: csv, sha256: first.digest)
  }

  /// The columns that may be inputs.
  func features(of table: Table, for task: LearningTask) throws(LearnerError) -> Table {
    for name in drop { _ = try table.column(name) }
    let patterns = blocked.map(NamePattern.init)
    let refused = table.columns.map(\.name).filter { name in
      patterns.contains { $0.matches(name) }
    }
    let dividing = split?.column.map { [$0] } ?? []
    let features = try table.without([target] + drop + refused + dividing)
    if let name = features.columns.map(\.name).first(where: { ModelGraph.isReserved($0, for: task) }
    ) {
      throw .unwritableONNX(.reservedName(name))
    }
    try refuseInfinite(features)
    return features
  }
}

extension Table {
  /// - Throws: ``LearnerError/noFeatures`` when no column is left.
  func without(_ names: [String]) throws(LearnerError) -> Table {
    let gone = Set(names.map(UTF8Key.init))
    let left = columns.filter { !gone.contains(UTF8Key($0.name)) }
    guard !left.isEmpty else { throw .noFeatures }
    return Table(columns: left, rowCount: rowCount)
  }

  /// The same table with every number rounded to the nearest `Float`.
  var inSinglePrecision: Table {
    let rounded = columns.map { column in
      guard case .numbers(let numbers) = column.values else { return column }
      return Column(
        name: column.name, type: column.type,
        values: .numbers(numbers.map { Double(Float($0)) }))
    }
    return Table(columns: rounded, rowCount: rowCount)
  }
}

/// Models take numbers as `Float`: one that is infinite there is refused wherever its row falls.
private func refuseInfinite(_ table: Table) throws(LearnerError) {
  for column in table.columns {
    guard case .numbers(let numbers) = column.values else { continue }
    if let row = numbers.firstIndex(where: { !$0.isNaN && !Float($0).isFinite }) {
      throw .infiniteValue(column: column.name, row: row + 1)
    }
  }
}
