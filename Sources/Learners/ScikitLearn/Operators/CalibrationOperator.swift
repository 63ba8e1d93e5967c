/// Calibrates the scores of labels one by one, so that they add up to 1: what a `_CalibratedClassifier` does.
struct CalibrationOperator: DoubleOperator {
  let calibrators: [LabelCalibrator]
  /// The column of the scores that the first calibrator takes.
  let firstColumn: Int
  /// The label of each calibrator.
  let labels: [Int]
  /// How many labels there are.
  let width: Int

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let scores = try inputs[0].doubles(node: node)
    var cells = [Double](repeating: 0, count: rows * width)
    for row in 0..<rows {
      for (index, calibrator) in calibrators.enumerated() {
        let score = scores[row * columns + firstColumn + index]
        guard !score.isNaN else { throw .unfitONNXInput(.notFinite(node: node)) }
        cells[row * width + labels[index]] = calibrator.probability(score)
      }
      finish(&cells, row * width..<(row + 1) * width)
    }
    return [Tensor(.doubles(cells), shape: [rows, width])]
  }

  /// Makes the probabilities of a row add up to 1.
  private func finish(_ cells: inout [Double], _ row: Range<Int>) {
    if width == 2 {
      cells[row.lowerBound] = 1 - cells[row.lowerBound + 1]
    } else {
      let total = cells[row].reduce(0, +)
      for index in row { cells[index] = total == 0 ? 1 / Double(width) : cells[index] / total }
    }
    for index in row where cells[index] > 1 && cells[index] <= 1 + 1e-5 { cells[index] = 1 }
  }
}
