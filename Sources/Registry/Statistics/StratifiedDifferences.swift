/// How much more each row costs with the second model than with the first, apart by label.
struct StratifiedDifferences {
  private let strata: [[Double]]
  private let count: Int

  init(_ pairs: PairedPredictions, of loss: ProbabilityLoss) {
    var (positives, negatives): ([Double], [Double]) = ([], [])
    for (row, isPositive) in pairs.labels.enumerated() {
      let difference =
        loss(pairs.second[row], isPositive: isPositive)
        - loss(pairs.first[row], isPositive: isPositive)
      if isPositive { positives.append(difference) } else { negatives.append(difference) }
    }
    strata = [positives, negatives]
    count = pairs.count
  }

  /// The mean over rows drawn with replacement, as many of each label as there are.
  func resampledMean(_ bits: inout RandomBits) -> Double {
    var sum = 0.0
    for differences in strata {
      for _ in differences.indices { sum += differences[bits.number(below: differences.count)] }
    }
    return sum / Double(count)
  }
}
