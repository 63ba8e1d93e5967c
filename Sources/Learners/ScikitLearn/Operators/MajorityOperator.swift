/// 1 for the label that most models find most probable, 0 for the others; of equals the first.
struct MajorityOperator: DoubleOperator {
  /// One for each table of probabilities.
  let weights: [Double]
  let width: Int

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    var votes = [Double](repeating: 0, count: inputs[0].elements.count)
    for (input, weight) in zip(inputs, weights) {
      let cells = try input.doubles(node: node)
      for start in stride(from: 0, to: cells.count, by: width) {
        votes[start + highest(cells[start..<start + width])] += weight
      }
    }
    var winners = [Double](repeating: 0, count: votes.count)
    for start in stride(from: 0, to: votes.count, by: width) {
      winners[start + highest(votes[start..<start + width])] = 1
    }
    return [Tensor(.doubles(winners), shape: inputs[0].shape)]
  }

  /// The place of the first highest number.
  private func highest(_ row: ArraySlice<Double>) -> Int {
    var best = row.startIndex
    for index in row.indices where row[index] > row[best] { best = index }
    return best - row.startIndex
  }
}
