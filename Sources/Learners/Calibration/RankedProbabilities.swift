internal import Registry

/// What each threshold does to rows.
struct RankedProbabilities {
  /// A threshold for each probability that occurs, from the highest to the lowest.
  let cuts: [Cut]
  private let rows: (positives: Int, negatives: Int)

  /// A threshold and the rows at and above it.
  struct Cut {
    let threshold: Float
    let counts: ConfusionCounts
  }

  /// - Precondition: as many probabilities as labels, at least one, none of them NaN.
  /// - Complexity: O(*n* log *n*).
  init(_ probabilities: [Float], labels: [Int]) {
    let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
    let positives = labels.count { $0 == 1 }
    rows = (positives, labels.count - positives)
    var cuts: [Cut] = []
    var found = 0
    for (place, row) in order.enumerated() {
      found += labels[row]
      let next = place + 1 < order.count ? probabilities[order[place + 1]] : -1
      guard next < probabilities[row] else { continue }
      cuts.append(
        Self.cut(probabilities[row], found: found, wrong: place + 1 - found, of: rows))
    }
    self.cuts = cuts
  }

  /// The rows at and above any threshold.
  func cut(at threshold: Float) -> Cut {
    let counts = cuts.last { $0.threshold >= threshold }?.counts
    return Self.cut(
      threshold, found: counts?.truePositives ?? 0, wrong: counts?.falsePositives ?? 0, of: rows)
  }

  private static func cut(
    _ threshold: Float, found: Int, wrong: Int, of rows: (positives: Int, negatives: Int)
  ) -> Cut {
    Cut(
      threshold: threshold,
      counts: ConfusionCounts(
        trueNegatives: rows.negatives - wrong, falsePositives: wrong,
        falseNegatives: rows.positives - found, truePositives: found))
  }
}
