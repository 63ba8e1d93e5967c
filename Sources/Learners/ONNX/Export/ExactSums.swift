/// What the leaves of an ensemble may answer so that a row gets the same scores in whatever order its trees
/// are added: for each score multiples of a power of two, of which no sum takes more bits than a Float has.
///
/// onnxruntime gives each of its threads a part of the trees, and so adds them in another order on another
/// machine. What rounds there is small, but a steep calibration makes much of it.
struct ExactSums {
  /// The power of two of each score; 0 where the score is always 0.
  private let steps: [Double]
  private let scale: Double

  init(_ ensemble: TreeEnsemble) {
    scale = ensemble.scale
    var lowest = ensemble.baseline.map { min($0, 0) }
    var highest = ensemble.baseline.map { max($0, 0) }
    for (number, tree) in ensemble.trees.enumerated() {
      let scores = ensemble.scores(ofTree: number)
      for (place, score) in scores.enumerated() {
        let answers = stride(from: place, to: tree.values.count, by: scores.count).lazy
          .map { tree.values[$0] }
        lowest[score] += min(answers.min() ?? 0, 0)
        highest[score] += max(answers.max() ?? 0, 0)
      }
    }
    // Each number may be rounded up by half a step.
    let slack = 1 + Double(ensemble.trees.count + 1) * 0x1p-22
    steps = zip(lowest, highest).map { low, high in
      let largest = max(-low, high) * ensemble.scale * slack
      guard largest > 0, largest.isFinite else { return 0 }
      return Double(
        sign: .plus, exponent: largest.exponent - Float.significandBitCount, significand: 1)
    }
  }

  /// What a leaf, or the baseline, adds to a score.
  func rounded(_ answer: Double, score: Int) -> Float {
    let number = answer * scale
    guard steps[score] > 0 else { return Float(number) }
    return Float((number / steps[score]).rounded() * steps[score])
  }
}
