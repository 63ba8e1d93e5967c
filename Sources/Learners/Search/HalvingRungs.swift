/// How many trials the rungs of successive halving have, and from what share of the rows they learn.
///
/// Each rung has a third of the trials of the one before, rounded up, and three times its rows; the
/// last one has all rows.
struct HalvingRungs: Sendable, Equatable {
  static let factor = 3

  /// How many trials each rung has at most.
  let counts: [Int]
  /// The share of the rows for each rung; the last is 1.
  let shares: [Double]

  /// As many rungs as it takes until no more than two trials are left, as far as `smallestShare`
  /// lets.
  ///
  /// - Parameters:
  ///   - trialCount: how many trials the first rung has, at least 1.
  ///   - smallestShare: no rung learns from less, but for the last one.
  init(trialCount: Int, smallestShare: Double) {
    var counts = [trialCount]
    var shares = [1.0]
    var rest = trialCount / Self.factor
    while rest > 0, let last = counts.last, let share = shares.last,
      share / Double(Self.factor) >= smallestShare
    {
      counts.append((last - 1) / Self.factor + 1)
      shares.append(share / Double(Self.factor))
      rest /= Self.factor
    }
    self.counts = counts
    self.shares = shares.reversed()
  }
}
