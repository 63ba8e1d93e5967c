extension GraphPort {
  /// Rows of columns, side by side, as a tensor [rows, columns] of this input's type, or [rows] where the
  /// input has one axis.
  ///
  /// A column whose cells are all missing fits numbers as well as text, and text that spells numbers fits
  /// these: categories may be numbers.
  ///
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` when a column holds another kind of value, or lacks a
  ///   whole number where the input takes no others.
  func tensor(_ columns: [Column], rows: Range<Int>) throws(LearnerError) -> Tensor {
    let elements: Tensor.Elements
    switch type {
    case .float: elements = .floats(try numbers(columns, rows) { Float($0) })
    case .double: elements = .doubles(try numbers(columns, rows) { $0 })
    case .int64: elements = .int64s(try wholeNumbers(columns, rows))
    case .bool: elements = .bools(try wholeNumbers(columns, rows).map { $0 != 0 })
    case .string: elements = try texts(columns, rows)
    }
    let isList = shape?.count == 1 && columns.count == 1
    return Tensor(elements, shape: isList ? [rows.count] : [rows.count, columns.count])
  }

  private func numbers<Number>(
    _ columns: [Column], _ rows: Range<Int>, _ convert: (Double) -> Number
  ) throws(LearnerError) -> [Number] {
    var all = [Number](repeating: convert(.nan), count: rows.count * columns.count)
    for (position, column) in columns.enumerated() {
      switch column.values {
      case .numbers(let numbers):
        for (index, row) in rows.enumerated() {
          all[index * columns.count + position] = convert(numbers[row])
        }
      case .categories(let codes, let levels):
        var known = [Double?](repeating: nil, count: levels.count)
        for (index, row) in rows.enumerated() where codes[row] >= 0 {
          let code = Int(codes[row])
          guard let number = known[code] ?? Double(levels[code]), number.isFinite else {
            throw misfit(column, found: .string)
          }
          known[code] = number
          all[index * columns.count + position] = convert(number)
        }
      }
    }
    return all
  }

  private func wholeNumbers(
    _ columns: [Column], _ rows: Range<Int>
  ) throws(LearnerError) -> [Int64] {
    var whole: [Int64] = []
    for (place, number) in try numbers(columns, rows, { $0 }).enumerated() {
      // There is no whole number that could stand for a missing one.
      guard let exact = Int64(exactly: number) else {
        throw .unfitONNXInput(.notWhole(columns[place % columns.count].name, number))
      }
      whole.append(exact)
    }
    return whole
  }

  private func texts(
    _ columns: [Column], _ rows: Range<Int>
  ) throws(LearnerError) -> Tensor.Elements {
    var all = [Int32](repeating: -1, count: rows.count * columns.count)
    var allLevels: [String] = []
    for (position, column) in columns.enumerated() {
      switch column.values {
      case .categories(let codes, let levels):
        let base = Int32(clamping: allLevels.count)
        allLevels += levels
        for (index, row) in rows.enumerated() where codes[row] >= 0 {
          all[index * columns.count + position] = base + codes[row]
        }
      case .numbers(let numbers):
        guard rows.allSatisfy({ numbers[$0].isNaN }) else { throw misfit(column, found: .double) }
      }
    }
    return .strings(codes: all, levels: allLevels)
  }

  private func misfit(_ column: Column, found: ElementType) -> LearnerError {
    .unfitONNXInput(.type(column.name, expected: type.name, found: found.name))
  }
}
