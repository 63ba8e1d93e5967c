internal import Glibc

/// Turns the scores of a classifier into probabilities.
struct ScoreLinkOperator: TensorOperator {
  let link: ScoreLink
  /// How many labels there are.
  let width: Int

  var rowLength: Int { width }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.double, of: inputs, node: node)
    return [.double]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let scores = try inputs[0].doubles(node: node)
    let probabilities: [Double]
    switch link {
    case .complement: probabilities = pairs(scores) { $0 }
    case .sigmoid(let factor): probabilities = pairs(scores) { probability(ofLogOdds: factor * $0) }
    case .sigmoids: probabilities = shares(scores) { row in row.map(probability(ofLogOdds:)) }
    case .softmax:
      probabilities = shares(scores) { row in
        let highest = row.max() ?? 0
        return row.map { exp($0 - highest) }
      }
    }
    return [Tensor(.doubles(probabilities), shape: [inputs[0].shape[0], width])]
  }

  private func pairs(_ scores: [Double], _ positive: (Double) -> Double) -> [Double] {
    var pairs: [Double] = []
    pairs.reserveCapacity(2 * scores.count)
    for score in scores {
      let positive = positive(score)
      pairs.append(1 - positive)
      pairs.append(positive)
    }
    return pairs
  }

  private func shares(
    _ scores: [Double], _ weights: (ArraySlice<Double>) -> [Double]
  ) -> [Double] {
    var shares: [Double] = []
    shares.reserveCapacity(scores.count)
    for start in stride(from: 0, to: scores.count, by: width) {
      let weights = weights(scores[start..<start + width])
      let total = weights.reduce(0, +)
      for weight in weights { shares.append(weight / total) }
    }
    return shares
  }
}
