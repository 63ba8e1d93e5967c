extension Column {
  /// The cells as numbers, NaN where one is missing.
  ///
  /// A column of text stands in only when all its cells are missing: a file then does not tell the
  /// two apart.
  ///
  /// - Throws: ``LearnerError/wrongColumnKind(column:expected:found:)``.
  func numberCells() throws(LearnerError) -> [Double] {
    switch values {
    case .numbers(let numbers): return numbers
    case .categories(let codes, _):
      guard codes.allSatisfy({ $0 < 0 }) else {
        throw .wrongColumnKind(column: name, expected: "numbers", found: "text")
      }
      return codes.map { _ in .nan }
    }
  }

  /// The cells as codes, and the levels that these index; -1 is a missing cell.
  ///
  /// A column of numbers stands in only when all its cells are missing.
  ///
  /// - Throws: ``LearnerError/wrongColumnKind(column:expected:found:)``.
  func categoryCells() throws(LearnerError) -> (codes: [Int32], levels: [String]) {
    switch values {
    case .categories(let codes, let levels): return (codes, levels)
    case .numbers(let numbers):
      guard numbers.allSatisfy(\.isNaN) else {
        throw .wrongColumnKind(column: name, expected: "text", found: "numbers")
      }
      return (numbers.map { _ in -1 }, [])
    }
  }
}
