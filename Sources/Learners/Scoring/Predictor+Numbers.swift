extension Predictor {
  /// What the model answers of rows of numbers, without a table around them: for services that score one
  /// row as for programs that score millions.
  ///
  /// - Parameter cells: The rows one after the other, each with a number for every one of ``inputs``, in
  ///   their order. NaN is missing, truth is 1.
  /// - Returns: Row by row the probability of the positive label where there are two, or that of each of
  ///   ``classes``, or the number that is predicted.
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` when the model takes text or the last row is not whole,
  ///   or ``LearnerError/unscorableModel(reason:)`` when the answer is not of the kind that ``task`` names.
  /// - Complexity: O(rows × features), the trees and classes of the model aside; neither ranges nor the
  ///   levels of the signature are checked.
  public func answers(_ cells: [Float]) throws(LearnerError) -> [Double] {
    try answers(rows: cells)
  }

  /// What the model answers of rows of numbers, as ``answers(_:)-([Float])`` does; a model that computes in
  /// single precision rounds them.
  ///
  /// - Parameter cells: As there.
  /// - Returns: As there.
  /// - Throws: As there.
  public func answers(_ cells: [Double]) throws(LearnerError) -> [Double] {
    try answers(rows: cells)
  }

  private func answers<Number: TreeNumber>(rows cells: [Number]) throws(LearnerError) -> [Double] {
    let width = inputs.count
    guard width > 0, cells.count.isMultiple(of: width) else {
      throw .unfitONNXInput(.shape("rows", found: [cells.count]))
    }
    let rowCount = cells.count / width
    var answers: [Double] = []
    answers.reserveCapacity(rowCount * max(1, task == .multiclass ? classes.count : 1))
    for start in stride(from: 0, to: rowCount, by: model.graph.blockRows) {
      let rows = start..<min(start + model.graph.blockRows, rowCount)
      var batch: [Tensor] = []
      for (port, places) in zip(model.graph.inputs, inputPlaces) {
        batch.append(try port.tensor(cells, width: width, places: places, rows: rows))
      }
      let block = try model.graph.answers(to: batch, rowCount: rows.count)
      answers += try arranged(
        try model.graph.numbers(of: model.answer.output, in: block), rowCount: rows.count)
    }
    return answers
  }
}

extension GraphPort {
  /// Columns of rows of numbers as a tensor [rows, columns] of this input's type.
  ///
  /// - Parameters:
  ///   - cells: The rows one after the other.
  ///   - width: How many numbers a row has.
  ///   - places: Which of them the input takes.
  ///   - rows: Which rows.
  /// - Returns: Their cells, row by row.
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` when the input takes text.
  fileprivate func tensor<Number: TreeNumber>(
    _ cells: [Number], width: Int, places: [Int], rows: Range<Int>
  ) throws(LearnerError) -> Tensor {
    let taken: ArraySlice<Number>
    if places.elementsEqual(0..<width) {
      taken = cells[rows.lowerBound * width..<rows.upperBound * width]
    } else {
      taken = rows.flatMap { row in places.map { cells[row * width + $0] } }[...]
    }
    return Tensor(try elements(taken), shape: [rows.count, places.count])
  }

  private func elements<Number: TreeNumber>(
    _ cells: ArraySlice<Number>
  ) throws(LearnerError) -> Tensor.Elements {
    switch type {
    case .float: return .floats(Self.converted(cells) { Float($0) })
    case .double: return .doubles(Self.converted(cells) { $0.double })
    case .int64, .bool:
      let tensor = Tensor(Number.elements(Array(cells)), shape: [cells.count])
      return type == .bool
        ? .bools(try tensor.bools(node: name)) : .int64s(try tensor.int64s(node: name))
    case .string: throw .unfitONNXInput(.type(name, expected: type.name, found: "float64"))
    }
  }

  /// As `map`, but several numbers at a time.
  @inline(__always)
  private static func converted<Number, Other>(
    _ cells: ArraySlice<Number>, _ convert: (Number) -> Other
  ) -> [Other] {
    Array(unsafeUninitializedCapacity: cells.count) { numbers, count in
      cells.withUnsafeBufferPointer { cells in
        for index in 0..<cells.count {
          numbers.initializeElement(at: index, to: convert(cells[index]))
        }
      }
      count = cells.count
    }
  }
}
