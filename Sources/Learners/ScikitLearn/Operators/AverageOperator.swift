/// The mean of tables of one shape, number by number: what `VotingClassifier` and `CalibratedClassifierCV` do
/// with the answers of their models.
struct AverageOperator: DoubleOperator {
  /// One for each table.
  let weights: [Double]
  let width: Int

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    var sums = [Double](repeating: 0, count: inputs[0].elements.count)
    for (input, weight) in zip(inputs, weights) {
      let cells = try input.doubles(node: node)
      for index in sums.indices { sums[index] += cells[index] * weight }
    }
    let total = weights.reduce(0, +)
    for index in sums.indices { sums[index] /= total }
    return [Tensor(.doubles(sums), shape: inputs[0].shape)]
  }
}
