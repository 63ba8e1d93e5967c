/// A way to divide the rows of a leaf in two; `Sum` is what the rows of a side add up to.
struct Split<Sum: Sendable & Equatable>: Sendable, Equatable {
  /// The column that decides.
  let column: Int
  /// How much better than the leaf the two sides are, in the units of the criterion.
  let gain: Double
  /// The bins whose rows go left.
  let leftBins: BinSet
  /// What trees store of it.
  let rule: Tree.Rule
  /// The sum over the rows that go left.
  let left: Sum

  /// The values of the bins up to one go left.
  init(
    column: Int, gain: Double, _ numeric: NumericBins, through bin: Int, missingGoesLeft: Bool,
    left: Sum
  ) {
    var bins = BinSet(through: bin)
    if missingGoesLeft { bins.insert(numeric.missingBin) }
    let threshold =
      bin < numeric.thresholds.count ? numeric.thresholds[bin] : Float.greatestFiniteMagnitude
    self.column = column
    self.gain = gain
    leftBins = bins
    rule = .threshold(threshold, missingGoesLeft: missingGoesLeft)
    self.left = left
  }

  /// A set of levels goes left.
  init(column: Int, gain: Double, levels: ArraySlice<Int>, left: Sum) {
    let set = BinSet(levels)
    self.column = column
    self.gain = gain
    leftBins = set
    rule = .levels(set)
    self.left = left
  }
}
