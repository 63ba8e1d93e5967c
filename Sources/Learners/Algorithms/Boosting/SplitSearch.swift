/// Finds the split of a leaf that lowers the loss most.
///
/// Source: Friedman (2001), *Greedy function approximation: a gradient boosting machine*, The Annals
/// of Statistics 29(5), with the second-order gain of Chen & Guestrin (2016), *XGBoost*, equation 7.
struct SplitSearch {
  let units: GradientUnits
  let binner: FittedColumnBinner
  let l2: Double
  let minSamplesLeaf: Int
  /// For each column 1 where answers must not fall with its values, -1 where they must not rise.
  let directions: [Int]
  /// Whether any column has a direction.
  let isConstrained: Bool

  /// The least sum of hessians of a leaf: where it is smaller, the second order says nothing.
  ///
  /// Source: scikit-learn and LightGBM, which have the same number.
  static let minHessian = 1e-3

  /// What is known of the rows of a leaf.
  struct Leaf {
    var total: GradientSum
    var bounds: Bounds
  }

  /// The best split of a leaf by one column; `nil` when none lowers the loss.
  ///
  /// - Parameters:
  ///   - column: the column.
  ///   - bins: the sum of each of its bins over the leaf's rows.
  ///   - leaf: the leaf.
  func best(
    _ column: Int, _ bins: UnsafeBufferPointer<GradientSum>, of leaf: Leaf
  ) -> Split? {
    switch binner.inputs[column] {
    case .numeric(let numeric): bestThreshold(column, numeric, bins, leaf)
    case .categorical: bestSet(column, bins, leaf)
    }
  }

  /// The best of all thresholds, missing rows tried on either side.
  private func bestThreshold(
    _ column: Int, _ numeric: NumericBins, _ bins: UnsafeBufferPointer<GradientSum>, _ leaf: Leaf
  ) -> Split? {
    let missing = bins[numeric.missingBin]
    var best = Candidate(gain: leastGain(leaf))
    let direction = directions[column]
    scan(bins, from: .zero, through: numeric.missingBin - 1, direction, leaf, &best)
    let rightward = best
    if units.count(missing) > 0 {
      scan(bins, from: missing, through: numeric.missingBin - 2, direction, leaf, &best)
    }
    guard best.bin >= 0 else { return nil }
    let missingGoesLeft =
      units.count(missing) > 0
      ? best != rightward : 2 * units.count(best.left) > units.count(leaf.total)
    var leftBins = BinSet()
    for bin in 0...best.bin { leftBins.insert(bin) }
    if missingGoesLeft { leftBins.insert(numeric.missingBin) }
    let threshold =
      best.bin < numeric.thresholds.count
      ? numeric.thresholds[best.bin] : Float.greatestFiniteMagnitude
    return Split(
      column: column, gain: best.gain - parentScore(leaf), leftBins: leftBins,
      rule: .threshold(threshold, missingGoesLeft: missingGoesLeft), left: best.left)
  }

  /// The best place so far to end the left side.
  struct Candidate: Equatable {
    var gain: Double
    var bin = -1
    var left = GradientSum.zero
  }

  /// Tries to end the left side after each bin.
  private func scan(
    _ bins: UnsafeBufferPointer<GradientSum>, from start: GradientSum, through last: Int,
    _ direction: Int, _ leaf: Leaf, _ best: inout Candidate
  ) {
    guard last >= 0 else { return }
    var left = start
    for bin in 0...last {
      // An empty bin divides the rows as the one before does.
      if bins[bin][1] == 0 { continue }
      left &+= bins[bin]
      let right = leaf.total &- left
      if units.count(left) < minSamplesLeaf { continue }
      if units.count(right) < minSamplesLeaf { return }
      let gain = score(left, right, l2, direction, leaf.bounds)
      if gain > best.gain { best = Candidate(gain: gain, bin: bin, left: left) }
    }
  }

  /// How good two sides are; -∞ when they are not allowed.
  @inline(__always)
  func score(
    _ left: GradientSum, _ right: GradientSum, _ l2: Double, _ direction: Int, _ bounds: Bounds
  ) -> Double {
    let (leftGradient, rightGradient) = (units.gradient(left), units.gradient(right))
    let (leftHessian, rightHessian) = (units.hessian(left), units.hessian(right))
    guard leftHessian >= Self.minHessian, rightHessian >= Self.minHessian else {
      return -.infinity
    }
    let leftValue = leftGradient / (leftHessian + l2)
    let rightValue = rightGradient / (rightHessian + l2)
    if !isConstrained { return leftGradient * leftValue + rightGradient * rightValue }
    let (leftAnswer, rightAnswer) = (bounds.clamp(-leftValue), bounds.clamp(-rightValue))
    if direction > 0 && leftAnswer > rightAnswer || direction < 0 && leftAnswer < rightAnswer {
      return -.infinity
    }
    return score(leftGradient, leftHessian + l2, answer: leftAnswer)
      + score(rightGradient, rightHessian + l2, answer: rightAnswer)
  }

  /// By how much an answer lowers the loss, times two.
  private func score(_ gradient: Double, _ curvature: Double, answer: Double) -> Double {
    -answer * (2 * gradient + curvature * answer)
  }

  /// How good the leaf is as it is.
  func parentScore(_ leaf: Leaf) -> Double {
    let (gradient, curvature) = (units.gradient(leaf.total), units.hessian(leaf.total) + l2)
    return score(gradient, curvature, answer: answer(leaf))
  }

  /// What two sides must exceed: what rounding can make of the leaf as it is.
  func leastGain(_ leaf: Leaf) -> Double {
    let score = parentScore(leaf)
    return score + 1e-12 * max(score, units.hessian(leaf.total))
  }

  /// The answer that lowers the loss of a leaf most.
  func answer(_ leaf: Leaf) -> Double {
    leaf.bounds.clamp(-units.gradient(leaf.total) / (units.hessian(leaf.total) + l2))
  }

  /// The two sides of a split, and what constraints leave to them.
  ///
  /// Where the column has a direction, the middle between the sides' answers parts them for good.
  ///
  /// Source: scikit-learn, `ensemble/_hist_gradient_boosting/grower.py`.
  func divide(_ leaf: Leaf, by split: Split) -> (left: Leaf, right: Leaf) {
    var left = Leaf(total: split.left, bounds: leaf.bounds)
    var right = Leaf(total: leaf.total &- split.left, bounds: leaf.bounds)
    let direction = directions[split.column]
    guard direction != 0 else { return (left, right) }
    let middle = (answer(left) + answer(right)) / 2
    if direction > 0 {
      (left.bounds.upper, right.bounds.lower) = (middle, middle)
    } else {
      (left.bounds.lower, right.bounds.upper) = (middle, middle)
    }
    return (left, right)
  }
}
