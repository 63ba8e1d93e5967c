/// Finds the best split of a leaf.
struct SplitSearch {
  let units: GradientUnits
  let binner: FittedColumnBinner
  let criterion: SplitCriterion
  let minSamplesLeaf: Int
  /// For each column 1 where answers must not fall with its values, -1 where they must not rise.
  let directions: [Int]
  /// Whether any column has a direction.
  let isConstrained: Bool

  /// What is known of the rows of a leaf.
  struct Leaf {
    var total: GradientSum
    var bounds: Bounds
  }

  /// The best split of a leaf by one column, given the sum of each of its bins over the leaf's rows;
  /// `nil` when none is better than the leaf as it is.
  func best(
    _ column: Int, _ bins: UnsafeBufferPointer<GradientSum>, of leaf: Leaf
  ) -> Split<GradientSum>? {
    switch binner.inputs[column] {
    case .numeric(let numeric): bestThreshold(column, numeric, bins, leaf)
    case .categorical: bestSet(column, bins, leaf)
    }
  }

  /// The best of all thresholds, missing rows tried on either side.
  private func bestThreshold(
    _ column: Int, _ numeric: NumericBins, _ bins: UnsafeBufferPointer<GradientSum>, _ leaf: Leaf
  ) -> Split<GradientSum>? {
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
    return Split(
      column: column, gain: best.gain - parentScore(leaf), numeric, through: best.bin,
      missingGoesLeft: missingGoesLeft, left: best.left)
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
      let gain = score(left, right, direction, leaf.bounds)
      if gain > best.gain { best = Candidate(gain: gain, bin: bin, left: left) }
    }
  }

  /// How good two sides are; -∞ when they are not allowed.
  ///
  /// - Parameters:
  ///   - left: the sum over one side.
  ///   - right: the sum over the other.
  ///   - direction: 1 when the answer right must not be smaller, -1 when not larger.
  ///   - bounds: where both answers have to lie.
  ///   - smoothing: what is added to the hessians of both.
  /// - Returns: a number that is the larger the better.
  @inline(__always)
  func score(
    _ left: GradientSum, _ right: GradientSum, _ direction: Int, _ bounds: Bounds,
    smoothing: Double = 0
  ) -> Double {
    let (leftGradient, rightGradient) = (units.gradient(left), units.gradient(right))
    let (leftHessian, rightHessian) = (units.hessian(left), units.hessian(right))
    let least = criterion.minHessian
    guard leftHessian >= least, rightHessian >= least else { return -.infinity }
    let (leftCurvature, rightCurvature) = (leftHessian + smoothing, rightHessian + smoothing)
    if !isConstrained {
      return criterion.score(leftGradient, leftCurvature, rightGradient, rightCurvature)
    }
    let leftAnswer = bounds.clamp(criterion.answer(leftGradient, leftCurvature))
    let rightAnswer = bounds.clamp(criterion.answer(rightGradient, rightCurvature))
    if direction > 0 && leftAnswer > rightAnswer || direction < 0 && leftAnswer < rightAnswer {
      return -.infinity
    }
    return criterion.score(leftGradient, leftCurvature, answer: leftAnswer)
      + criterion.score(rightGradient, rightCurvature, answer: rightAnswer)
  }

  /// How good the leaf is as it is.
  func parentScore(_ leaf: Leaf) -> Double {
    let (gradient, hessian) = (units.gradient(leaf.total), units.hessian(leaf.total))
    if !isConstrained { return criterion.score(gradient, hessian) }
    return criterion.score(gradient, hessian, answer: answer(leaf))
  }

  /// What two sides must exceed: what rounding can make of the leaf as it is.
  func leastGain(_ leaf: Leaf) -> Double {
    let score = parentScore(leaf)
    return score + criterion.rounding(score, units.hessian(leaf.total))
  }

  /// The best answer of a leaf; 0 where its hessians say nothing, as a whole table's may.
  func answer(_ leaf: Leaf) -> Double {
    let hessian = units.hessian(leaf.total)
    guard hessian >= criterion.minHessian else { return 0 }
    return leaf.bounds.clamp(criterion.answer(units.gradient(leaf.total), hessian))
  }

  /// The two sides of a split, and what constraints leave to them.
  ///
  /// Where the column has a direction, the middle between the sides' answers parts them for good.
  ///
  /// Source: scikit-learn, `ensemble/_hist_gradient_boosting/grower.py`.
  func divide(_ leaf: Leaf, by split: Split<GradientSum>) -> (left: Leaf, right: Leaf) {
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
