extension Column {
  /// Refuses rows that the column, by which rows are split, has no value for.
  ///
  /// - Throws: ``LearnerError/unsplittable(_:)`` for the first of them.
  func checkNoneMissing(in rows: [Int]) throws(LearnerError) {
    let missing =
      switch values {
      case .numbers(let numbers): rows.first { numbers[$0].isNaN }
      case .categories(let codes, _): rows.first { codes[$0] < 0 }
      }
    if let missing { throw .unsplittable(.missingCell(column: name, row: missing + 1)) }
  }
}
