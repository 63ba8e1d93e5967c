internal import Registry

/// The rows of several tables, counted through.
struct RowPlaces {
  let tables: [Table]
  /// The number of the first row of each table.
  let starts: [Int]
  let count: Int

  init(_ tables: [Table]) {
    var starts: [Int] = []
    var count = 0
    for table in tables {
      starts.append(count)
      count += table.rowCount
    }
    (self.tables, self.starts, self.count) = (tables, starts, count)
  }

  /// In which table a row is, and where there.
  func place(of row: Int) -> (table: Int, row: Int) {
    let table = starts.lastIndex { $0 <= row } ?? 0
    return (table, row - starts[table])
  }
}

extension Predictor {
  /// The rows of a CSV file, as they are read: at least as many as are asked for, where there are so many.
  func tables(of path: String, rowCount: Int?) throws(LearnerError) -> [Table] {
    let source = try FileSource.opened(path)
    var rows = try CSVRowReader(
      try RecordReader(source, named: path, signature: signature), path: path, signature: signature,
      keeps: false)
    var tables: [Table] = []
    var count = 0
    while count < rowCount ?? .max, let batch = try rows.next() {
      tables.append(batch.table)
      count += batch.table.rowCount
    }
    return tables
  }

  /// Rows as requests.
  func requests(_ rows: RowPlaces, _ chosen: [Int]) throws(LearnerError) -> [JSONObject] {
    var requests: [JSONObject] = []
    for row in chosen {
      let (table, place) = rows.place(of: row)
      let columns = try inputColumns(of: rows.tables[table])
      requests.append(
        JSONObject(
          distinctMembers: columns.map { .init(key: $0.name, value: $0.jsonValue(row: place)) }))
    }
    return requests
  }

  func firstIncompleteRow(of rows: RowPlaces) throws(LearnerError) -> Int? {
    for (table, start) in zip(rows.tables, rows.starts) {
      if let row = try inputColumns(of: table).compactMap(\.firstMissing).min() {
        return start + row
      }
    }
    return nil
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
