extension ScoringGraph {
  /// How many rows are scored at once: few enough that what is made of them stays in the cache.
  var blockRows: Int { max(16, min(4096, (1 << 19) / rowLength)) }

  /// All numbers of an output, block by block of rows.
  ///
  /// - Parameters:
  ///   - columns: For each input, the columns that it takes side by side.
  ///   - rowCount: How many rows each of them has.
  ///   - output: Which of ``outputs``.
  /// - Returns: The numbers, row by row.
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` when a column holds another kind of value than the input
  ///   takes; ``LearnerError/unscorableModel(reason:)`` when the output is not one of numbers.
  func numbers(
    _ columns: [[Column]], rowCount: Int, output: Int
  ) throws(LearnerError) -> [Double] {
    var numbers: [Double] = []
    try eachBlock(columns, rowCount: rowCount) { (block) throws(LearnerError) in
      numbers += try self.numbers(of: output, in: block)
    }
    return numbers
  }

  /// Runs the graph for one block of rows after the other.
  ///
  /// - Parameters:
  ///   - columns: For each input, the columns that it takes side by side.
  ///   - rowCount: How many rows each of them has.
  ///   - take: Takes what the outputs are for the next rows.
  /// - Throws: As ``numbers(_:rowCount:output:)``.
  func eachBlock(
    _ columns: [[Column]], rowCount: Int,
    take: (_ outputs: [Tensor]) throws(LearnerError) -> Void
  ) throws(LearnerError) {
    let blockRows = self.blockRows
    for start in stride(from: 0, to: rowCount, by: blockRows) {
      let rows = start..<min(start + blockRows, rowCount)
      var batch: [Tensor] = []
      for (input, columns) in zip(inputs, columns) {
        batch.append(try input.tensor(columns, rows: rows))
      }
      try take(try answers(to: batch, rowCount: rows.count))
    }
  }

  /// Scores a batch.
  ///
  /// - Parameters:
  ///   - batch: One tensor for each of ``inputs``, in that order.
  ///   - rowCount: How many rows each of them has.
  /// - Returns: One for each of ``outputs``, in that order.
  /// - Throws: As ``run(ordered:)``; ``LearnerError/unscorableModel(reason:)`` when there is not one answer a row.
  func answers(to batch: [Tensor], rowCount: Int) throws(LearnerError) -> [Tensor] {
    let answers = try run(ordered: batch)
    // A graph may join rows with constants, or sum them up: then there is no saying which row is which.
    for (output, answer) in zip(outputs, answers) where answer.shape.first != rowCount {
      throw .unscorableModel(reason: "its output '\(output.name)' has not one answer a row")
    }
    return answers
  }

  /// What an output of numbers is for a block of rows.
  func numbers(of output: Int, in block: [Tensor]) throws(LearnerError) -> [Double] {
    switch block[output].elements {
    case .floats(let floats): return floats.map(Double.init)
    case .doubles(let doubles): return doubles
    default:
      throw .unscorableModel(reason: "its output '\(outputs[output].name)' holds no numbers")
    }
  }
}

// MARK: Models of this library

extension ScoringGraph {
  /// The probability of the positive label, one for each row, in 0...1.
  ///
  /// - Parameter table: Rows with at least the model's inputs, in any order.
  /// - Returns: One number a row.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``, or ``LearnerError/unfitONNXInput(_:)``
  ///   when a column holds another kind of value than the model takes.
  func positiveProbabilities(_ table: Table) throws(LearnerError) -> [Double] {
    let both = try probabilities(table)
    return (0..<table.rowCount).map { both[2 * $0 + 1] }
  }

  /// The probability of each class, row by row: as many numbers a row as the model has classes.
  ///
  /// - Throws: As ``positiveProbabilities(_:)``.
  func probabilities(_ table: Table) throws(LearnerError) -> [Double] {
    try answers(table, of: ModelGraph.OutputName.probabilities)
  }

  /// The number that the model predicts for each row.
  ///
  /// - Throws: As ``positiveProbabilities(_:)``.
  func predictions(_ table: Table) throws(LearnerError) -> [Double] {
    try answers(table, of: ModelGraph.OutputName.prediction)
  }

  /// The scores of a model that answers nothing else, row by row.
  ///
  /// - Throws: As ``positiveProbabilities(_:)``.
  func scores(_ table: Table) throws(LearnerError) -> [Double] {
    try answers(table, of: outputs[0].name)
  }

  private func answers(_ table: Table, of name: String) throws(LearnerError) -> [Double] {
    guard let output = outputs.firstIndex(where: { UTF8Key($0.name) == UTF8Key(name) }) else {
      throw .unscorableModel(reason: "it has no output '\(name)'")
    }
    var columns: [[Column]] = []
    for input in inputs { columns.append([try table.column(input.name)]) }
    return try numbers(columns, rowCount: table.rowCount, output: output)
  }
}
