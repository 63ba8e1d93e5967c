internal import Registry

/// What the scores looked like on validation rows, in the form of `score_profile.json`.
struct ScoreProfile {
  let probabilities: [Double]
  let threshold: Double

  var json: JSONValue {
    let count = Double(probabilities.count)
    let mean = probabilities.reduce(0, +) / count
    let variance = probabilities.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let edges = (1..<10).map { Double($0) / 10 }
    return .object([
      "n_rows": .integer(probabilities.count),
      "mean": .double(mean),
      "std": .double(variance.squareRoot()),
      "threshold": .double(threshold),
      "positive_rate": share(
        probabilities.count { $0 >= threshold }, of: probabilities.count),
      "bin_edges": .array(edges.map(JSONValue.double)),
      "bin_proportions": proportions(probabilities, edges: edges),
    ])
  }
}
