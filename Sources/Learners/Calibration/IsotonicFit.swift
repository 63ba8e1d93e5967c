/// The rising line that fits labels best: shares of positives, pooled until none falls.
///
/// Source: pool adjacent violators, as Best and Chakravarti (1990), *Active set algorithms for isotonic
/// regression*, Mathematical Programming 47; the points that are kept, and the line between and beyond
/// them, as scikit-learn's `IsotonicRegression` with `out_of_bounds="clip"`.
struct IsotonicFit {
  /// An isotonic calibration.
  let calibration: ProbabilityCalibration

  /// Rows whose scores are side by side and who get one probability.
  private struct Pool {
    let first: Double
    var last: Double
    var positives: Double
    var weight: Double
    var share: Double { positives / weight }
  }

  /// - Precondition: finite scores; both labels have some weight. Rows of weight 0 change nothing.
  init(scores: [Double], labels: [Int], weights: [Double]) {
    let order = scores.indices.filter { weights[$0] > 0 }.sorted { scores[$0] < scores[$1] }
    var pools: [Pool] = []
    for row in order {
      let (score, weight) = (scores[row], weights[row])
      let positives = labels[row] == 1 ? weight : 0
      if let end = pools.indices.last, pools[end].last == score {
        pools[end].positives += positives
        pools[end].weight += weight
      } else {
        Self.settle(&pools)
        pools.append(Pool(first: score, last: score, positives: positives, weight: weight))
      }
    }
    Self.settle(&pools)
    // Between the ends of a pool the line is flat: what stands between them does not matter.
    let points = pools.flatMap { pool in
      (pool.first == pool.last ? [pool.first] : [pool.first, pool.last])
        .map { (score: $0, share: pool.share) }
    }
    calibration = .isotonic(scores: points.map(\.score), probabilities: points.map(\.share))
  }

  /// Pools the last rows with those before until no share falls.
  private static func settle(_ pools: inout [Pool]) {
    while pools.count > 1, pools[pools.count - 1].share <= pools[pools.count - 2].share {
      let last = pools.removeLast()
      let end = pools.count - 1
      pools[end].last = last.last
      pools[end].positives += last.positives
      pools[end].weight += last.weight
    }
  }
}
