/// The line of an isotonic calibration as a tree in Float: it finds the piece, and each leaf says where
/// that piece starts, its slope and the probability there.
struct IsotonicLine {
  private typealias Point = (score: Float, probability: Float)
  private var points: [Point] = []

  /// - Parameters:
  ///   - scores: Ascending.
  ///   - probabilities: One for each.
  /// - Precondition: there is a point.
  init(scores: [Double], probabilities: [Double]) {
    precondition(!scores.isEmpty, "a line has a point")
    for (score, probability) in zip(scores, probabilities) {
      let point = (score: Float(score), probability: Float(probability))
      // Two scores that are one, or nearly, as Floats make a step, not a slope.
      if let last = points.last, !Self.slope(last, point).isFinite { points.removeLast() }
      points.append(point)
    }
  }

  private static func slope(_ start: Point, _ end: Point) -> Float {
    (end.probability - start.probability) / (end.score - start.score)
  }

  /// The tree: as deep as the logarithm of the number of points.
  var lists: TreeLists {
    var lists = TreeLists(targetCount: 3)
    var next = 1
    var open = [(node: 0, pieces: 0...points.count)]
    while let (node, pieces) = open.popLast() {
      let (first, last) = (pieces.lowerBound, pieces.upperBound)
      guard first < last else {
        lists.addLeaf(tree: 0, node: node, firstTarget: 0, weights: piece(first))
        continue
      }
      let middle = (first + last) / 2
      lists.addTest(
        tree: 0, node: node, feature: 0, threshold: Double(points[middle].score), passes: next,
        fails: next + 1, missingPasses: false)
      open.append((next + 1, middle + 1...last))
      open.append((next, first...middle))
      next += 2
    }
    return lists
  }

  /// Piece *i* ends at point *i*; before the first point and after the last the line is flat.
  private func piece(_ index: Int) -> [Float] {
    let start = points[max(index - 1, 0)]
    let isFlat = index == 0 || index == points.count
    return [
      start.score, isFlat ? 0 : Self.slope(start, points[index]), start.probability,
    ]
  }
}
