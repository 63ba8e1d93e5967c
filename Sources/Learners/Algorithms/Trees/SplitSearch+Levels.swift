extension SplitSearch {
  /// Up to so many levels there are too few sets to be misled by, and none is smoothed.
  ///
  /// Source: LightGBM's `max_cat_to_onehot`.
  private static let fewLevels = 4

  /// The best set of levels: with them in the order of their mean gradient, one of the first so many.
  ///
  /// The smaller side is the set, so that a level which is not among the leaf's rows goes with most.
  ///
  /// Source: Fisher (1958), *On grouping for maximum homogeneity*, Journal of the American
  /// Statistical Association 53, which shows that no other set is better.
  func bestSet(
    _ column: Int, _ bins: UnsafeBufferPointer<GradientSum>, _ leaf: Leaf
  ) -> Split<GradientSum>? {
    let order = levelsByGradient(bins)
    guard order.count > 1 else { return nil }
    let smoothing = order.count > Self.fewLevels ? criterion.levelSmoothing : 0
    var best = Candidate(gain: leastGain(leaf))
    var left = GradientSum.zero
    for (place, bin) in order.dropLast().enumerated() {
      left &+= bins[bin]
      let right = leaf.total &- left
      if units.count(left) < minSamplesLeaf { continue }
      if units.count(right) < minSamplesLeaf { break }
      let gain = score(left, right, 0, leaf.bounds, smoothing: smoothing)
      if gain > best.gain { best = Candidate(gain: gain, bin: place, left: left) }
    }
    guard best.bin >= 0 else { return nil }
    let firstIsSmaller = 2 * units.count(best.left) <= units.count(leaf.total)
    return Split(
      column: column, gain: best.gain - parentScore(leaf),
      levels: firstIsSmaller ? order[...best.bin] : order[(best.bin + 1)...],
      left: firstIsSmaller ? best.left : leaf.total &- best.left)
  }

  /// The levels that the leaf's rows have, in the order of their smoothed mean gradient.
  private func levelsByGradient(_ bins: UnsafeBufferPointer<GradientSum>) -> [Int] {
    let present = bins.indices.filter { bins[$0][1] != 0 }
    let smoothing = present.count > Self.fewLevels ? criterion.levelSmoothing : 0
    let ranked = present.map { bin in
      (bin, units.gradient(bins[bin]) / max(units.hessian(bins[bin]) + smoothing, 1e-300))
    }
    return ranked.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0)
  }
}
