/// Turns the scores of a classifier into probabilities.
struct ScoreLinkOperator: DoubleOperator {
  let link: ScoreLink
  /// How many labels there are.
  let width: Int

  var rowLength: Int { width }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let scores = try inputs[0].doubles(node: node)
    var probabilities: [Double]
    switch link {
    case .complement: probabilities = pairs(scores) { $0 }
    case .sigmoid(let factor): probabilities = pairs(scores) { probability(ofLogOdds: factor * $0) }
    case .sigmoids: probabilities = shares(scores.map(probability(ofLogOdds:)))
    case .softmax:
      probabilities = scores
      softmax(&probabilities, width: width)
    }
    return [Tensor(.doubles(probabilities), shape: [inputs[0].shape[0], width])]
  }

  private func pairs(_ scores: [Double], _ positive: (Double) -> Double) -> [Double] {
    Array(unsafeUninitializedCapacity: 2 * scores.count) { pairs, count in
      for score in scores {
        let positive = positive(score)
        pairs.initializeElement(at: count, to: 1 - positive)
        pairs.initializeElement(at: count + 1, to: positive)
        count += 2
      }
    }
  }

  /// Each weight as its share of those of its row.
  private func shares(_ weights: [Double]) -> [Double] {
    var shares: [Double] = []
    shares.reserveCapacity(weights.count)
    for start in stride(from: 0, to: weights.count, by: width) {
      let row = weights[start..<start + width]
      let total = row.reduce(0, +)
      for weight in row { shares.append(weight / total) }
    }
    return shares
  }
}
