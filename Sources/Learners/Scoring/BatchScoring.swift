extension ONNXSession {
  /// How many rows are scored at once: few enough that what is made of them stays in the cache.
  private var blockRows: Int { max(16, min(4096, (1 << 19) / rowLength)) }

  /// The probability of the positive label, one for each row, in 0...1.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: One probability a row, in order.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``, or ``LearnerError/unfitONNXInput(_:)``
  ///   when a column holds another kind of value than the model takes.
  func positiveProbabilities(_ table: Table) throws(LearnerError) -> [Float] {
    let both = try probabilities(table)
    guard both.count == 2 * table.rowCount else {
      throw .unscorableModel(reason: "its output 'probabilities' is not [N, 2] numbers")
    }
    return (0..<table.rowCount).map { both[2 * $0 + 1] }
  }

  /// The probability of each class, row by row.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: As many numbers a row as the model has classes.
  /// - Throws: As ``positiveProbabilities(_:)``.
  func probabilities(_ table: Table) throws(LearnerError) -> [Float] {
    try answers(table, of: ModelGraph.OutputName.probabilities)
  }

  /// The number that the model predicts for each row.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: One number a row, in order.
  /// - Throws: As ``positiveProbabilities(_:)``.
  func predictions(_ table: Table) throws(LearnerError) -> [Float] {
    let predictions = try answers(table, of: ModelGraph.OutputName.prediction)
    guard predictions.count == table.rowCount else {
      throw .unscorableModel(reason: "its output 'prediction' is not [N, 1] numbers")
    }
    return predictions
  }

  /// The scores of a model that answers nothing else, row by row.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: As many numbers a row as the model has scores.
  /// - Throws: As ``positiveProbabilities(_:)``.
  func scores(_ table: Table) throws(LearnerError) -> [Float] {
    try answers(table, of: outputs[0].name)
  }

  /// All elements of an output, block by block.
  private func answers(_ table: Table, of output: String) throws(LearnerError) -> [Float] {
    var columns: [Column] = []
    for input in inputs { columns.append(try table.column(input.name)) }
    var answers: [Float] = []
    let blockRows = self.blockRows
    for start in stride(from: 0, to: table.rowCount, by: blockRows) {
      let rows = start..<min(start + blockRows, table.rowCount)
      var batch: [NamedTensor] = []
      for (input, column) in zip(inputs, columns) {
        batch.append(NamedTensor(input.name, Tensor(column, rows: rows, type: input.type)))
      }
      guard case .floats(let floats)? = try run(batch)[output]?.elements else {
        throw .unscorableModel(reason: "it has no output '\(output)' of numbers")
      }
      answers += floats
    }
    return answers
  }
}

extension Tensor {
  /// Rows of a column as an input of shape [N, 1]; a column whose cells are all missing fits both
  /// kinds of input.
  fileprivate init(_ column: Column, rows: Range<Int>, type: ElementType) {
    switch (column.values, type) {
    case (.numbers(let numbers), .string) where rows.allSatisfy({ numbers[$0].isNaN }):
      self = .column(codes: rows.map { _ in -1 }, levels: [])
    case (.numbers(let numbers), _): self = .column(rows.map { Float(numbers[$0]) })
    case (.categories(let codes, _), .float) where rows.allSatisfy({ codes[$0] < 0 }):
      self = .column(rows.map { _ in Float.nan })
    case (.categories(let codes, let levels), _):
      self = .column(codes: Array(codes[rows]), levels: levels)
    }
  }
}
