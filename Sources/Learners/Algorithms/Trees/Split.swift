/// A way to divide the rows of a leaf in two.
struct Split: Sendable, Equatable {
  /// The column that decides.
  var column: Int
  /// By how much the loss falls, to the second order, times two.
  var gain: Double
  /// The bins whose rows go left.
  var leftBins: BinSet
  /// What trees store of it.
  var rule: Tree.Rule
  /// The sum over the rows that go left.
  var left: GradientSum
}

/// Where a leaf's answer may lie, so that constraints above it hold.
struct Bounds: Sendable, Equatable {
  /// The smallest answer.
  var lower = -Double.infinity
  /// The largest answer.
  var upper = Double.infinity

  /// The nearest answer that is allowed.
  @inline(__always)
  func clamp(_ value: Double) -> Double { min(max(value, lower), upper) }
}
