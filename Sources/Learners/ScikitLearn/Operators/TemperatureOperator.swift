internal import Glibc

/// The softmax of scores times a number: what `_TemperatureScaling` does.
struct TemperatureOperator: DoubleOperator {
  /// One over the temperature.
  let factor: Double
  /// Whether the scores are probabilities, whose logarithms are taken; one a row is that of the second label.
  let areProbabilities: Bool
  /// How many labels there are.
  let width: Int

  /// What scikit-learn adds to probabilities, so that each has a logarithm.
  private static let smallest = 1e-12

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let scores = try inputs[0].doubles(node: node)
    // One score a row is for the second label, and the first has the opposite.
    var cells = columns == 1 ? scores.flatMap { [areProbabilities ? 1 - $0 : -$0, $0] } : scores
    for index in cells.indices {
      cells[index] = factor * (areProbabilities ? log(cells[index] + Self.smallest) : cells[index])
    }
    softmax(&cells, width: width)
    return [Tensor(.doubles(cells), shape: [rows, width])]
  }
}
