internal import Registry

/// What the answers looked like on validation rows, in the form of `score_profile.json`.
struct ScoreProfile {
  private let scores: [Double]
  /// `nil` where no label depends on one.
  private let threshold: Double?
  private let edges: [Double]

  /// Probabilities, counted in ten bins of the same width.
  init(probabilities: [Double], threshold: Double?) {
    scores = probabilities
    self.threshold = threshold
    edges = (1..<10).map { Double($0) / 10 }
  }

  /// Predicted numbers, counted in at most ten bins of about the same count.
  init(numbers: [Double]) {
    scores = numbers
    threshold = nil
    let sorted = numbers.sorted()
    var edges: [Double] = []
    for bin in 1..<10 where !sorted.isEmpty {
      let edge = sorted[bin * sorted.count / 10]
      if edges.last != edge { edges.append(edge) }
    }
    self.edges = edges
  }

  var json: JSONValue {
    let count = Double(scores.count)
    let mean = scores.reduce(0, +) / count
    let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    var profile: JSONObject = [
      "n_rows": .integer(scores.count), "mean": .double(mean),
      "std": .double(variance.squareRoot()),
    ]
    if let threshold {
      profile["threshold"] = .double(threshold)
      profile["positive_rate"] = share(scores.count { $0 >= threshold }, of: scores.count)
    }
    profile["bin_edges"] = .array(edges.map(JSONValue.double))
    profile["bin_proportions"] = proportions(scores, edges: edges)
    return .object(profile)
  }
}
