/// The orders into which two models put the same rows, made once, so that each draw of rows only
/// counts how often each of them was drawn.
struct PairedRankings {
  private let first: Ranking
  private let second: Ranking
  private let negatives: Int
  private let positives: Int
  /// How often each row was drawn: the negative rows, then the positive ones.
  private var weights: [UInt16]

  init(_ pairs: PairedPredictions) {
    // By the first model's order within each label, so that its pass reads memory in order.
    let rows = pairs.labels.indices.sorted {
      pairs.labels[$0] != pairs.labels[$1]
        ? !pairs.labels[$0] : pairs.first[$0] > pairs.first[$1]
    }
    negatives = rows.count { !pairs.labels[$0] }
    positives = rows.count - negatives
    first = Ranking(scores: rows.map { pairs.first[$0] }, negatives: negatives)
    second = Ranking(scores: rows.map { pairs.second[$0] }, negatives: negatives)
    weights = [UInt16](repeating: 0, count: rows.count)
  }

  /// Both models' rankings of rows drawn with replacement, as many of each label as there are.
  mutating func resampled(
    _ bits: inout RandomBits
  ) -> (first: RankedLabels, second: RankedLabels) {
    for row in weights.indices { weights[row] = 0 }
    for _ in 0..<negatives { weights[bits.number(below: negatives)] &+= 1 }
    for _ in 0..<positives { weights[negatives + bits.number(below: positives)] &+= 1 }
    return (first.weighted(weights), second.weighted(weights))
  }
}

/// Rows in falling order of their scores, cut into groups as ``RankedLabels`` needs them.
private struct Ranking {
  /// Rows by score; of equal scores, negative rows first.
  private var order: [Int32] = []
  /// Where the negative rows of a group end in `order`, and where its positive rows do. Groups
  /// without positive rows are joined with such groups beside them: nothing comes between.
  private var groups: [(negativesEnd: Int, positivesEnd: Int)] = []

  /// The first rows are negative, so many as said; all others are positive.
  init(scores: [Double], negatives: Int) {
    let sorted = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    order = sorted.map { Int32(truncatingIfNeeded: $0) }
    var start = 0
    while start < sorted.count {
      let score = scores[sorted[start]]
      let end = sorted[start...].firstIndex { scores[$0] != score } ?? sorted.count
      let firstPositive = sorted[start..<end].firstIndex { $0 >= negatives } ?? end
      if firstPositive == end, let last = groups.last, last.negativesEnd == last.positivesEnd {
        groups[groups.count - 1] = (end, end)
      } else {
        groups.append((firstPositive, end))
      }
      start = end
    }
  }

  func weighted(_ weights: [UInt16]) -> RankedLabels {
    var position = 0
    func sum(to end: Int) -> Int {
      var sum = 0
      while position < end {
        sum &+= Int(weights[Int(order[position])])
        position &+= 1
      }
      return sum
    }
    return RankedLabels(
      groups: groups.map { group in
        let negatives = sum(to: group.negativesEnd)
        return RankedLabels.Group(positives: sum(to: group.positivesEnd), negatives: negatives)
      })
  }
}
