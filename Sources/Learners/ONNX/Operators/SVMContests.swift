/// The contests of every two classes of a support vector machine, and how they become probabilities.
///
/// Source: Wu, Lin and Weng (2004), *Probability estimates for multi-class classification by pairwise
/// coupling*, Journal of Machine Learning Research 5, the second method, in the order of onnxruntime's
/// `ml_common.h`.
struct SVMContests: Sendable {
  /// Where the vectors of each class begin, and after the last class where they end.
  private let starts: [Int]
  private let labelCount: Int
  /// For all but one class, a number for each vector.
  private let coefficients: [Float]
  private let intercepts: [Float]
  /// For each contest, how its score becomes a probability; none where it does not.
  private let slopes: [Float]
  private let offsets: [Float]

  var hasProbabilities: Bool { !slopes.isEmpty }
  /// How many scores a row has in the end.
  var scoreCount: Int {
    hasProbabilities || labelCount == 2 ? labelCount : labelCount * (labelCount - 1) / 2
  }

  init(
    _ attributes: ONNXNodeAttributes, vectorCounts: [Int], labelCount: Int, coefficients: [Float],
    intercepts: [Float], slopes: [Float], offsets: [Float]
  ) throws(LearnerError) {
    starts = vectorCounts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    guard vectorCounts.count == labelCount else { throw attributes.misfit("vectors_per_class") }
    let (wanted, overflow) = (labelCount - 1).multipliedReportingOverflow(
      by: vectorCounts.reduce(0, +))
    guard !overflow, coefficients.count >= wanted else { throw attributes.misfit("coefficients") }
    let contests = labelCount * (labelCount - 1) / 2
    guard intercepts.count >= contests else { throw attributes.misfit("rho") }
    guard slopes.count == offsets.count, slopes.isEmpty || slopes.count >= contests else {
      throw attributes.misfit("prob_a")
    }
    (self.labelCount, self.coefficients, self.intercepts) = (labelCount, coefficients, intercepts)
    (self.slopes, self.offsets) = (slopes, offsets)
  }

  /// The class that wins the most contests, the first of equal ones, and the scores of a row: a
  /// probability for each class, or a number for each contest.
  func decide(_ likeness: ArraySlice<Float>) -> (winner: Int, scores: [Float]) {
    var scores: [Float] = []
    var votes = [Int](repeating: 0, count: labelCount)
    for first in 0..<(labelCount - 1) {
      for second in (first + 1)..<labelCount {
        // The coefficients of a class against another leave out the row of the class itself.
        let sum =
          weighted(likeness, vectorsOf: first, row: second - 1)
          + weighted(likeness, vectorsOf: second, row: first) + Double(intercepts[scores.count])
        votes[sum > 0 ? first : second] += 1
        scores.append(Float(sum))
      }
    }
    let most = votes.max() ?? 0
    let winner = votes.firstIndex(of: most) ?? 0
    return (winner, hasProbabilities ? coupled(scores) : scores)
  }

  private func weighted(_ likeness: ArraySlice<Float>, vectorsOf label: Int, row: Int) -> Double {
    let offset = row * (starts.last ?? 0)
    return (starts[label]..<starts[label + 1]).reduce(0) { sum, vector in
      sum + Double(coefficients[offset + vector] * likeness[likeness.startIndex + vector])
    }
  }

  /// Probabilities of the classes out of those of the contests.
  private func coupled(_ scores: [Float]) -> [Float] {
    let count = labelCount
    var pairs = [Float](repeating: 0, count: count * count)
    var contest = 0
    for first in 0..<(count - 1) {
      for second in (first + 1)..<count {
        let share =
          1
          - ONNXScoreTransform.logistic(
            scores[contest] * slopes[contest] + offsets[contest])
        let bounded = min(max(share, 1e-7), 1 - 1e-7)
        pairs[first * count + second] = bounded
        pairs[second * count + first] = 1 - bounded
        contest += 1
      }
    }
    return Self.coupled(pairs, count: count)
  }

  private static func coupled(_ pairs: [Float], count: Int) -> [Float] {
    let matrix = matrix(pairs, count: count)
    var shares = [Float](repeating: 1 / Float(count), count: count)
    var products = [Float](repeating: 0, count: count)
    for _ in 0..<100 {
      for row in 0..<count {
        products[row] = (0..<count).reduce(0) { $0 + matrix[row * count + $1] * shares[$1] }
      }
      var total = (0..<count).reduce(0) { $0 + shares[$1] * products[$1] }
      let error = products.reduce(0) { max($0, abs($1 - total)) }
      if error < 0.005 / Float(count) { break }
      for row in 0..<count {
        let own = matrix[row * count + row]
        let step = (total - products[row]) / own
        shares[row] += step
        total = (total + step * (step * own + 2 * products[row])) / (1 + step) / (1 + step)
        for other in 0..<count {
          products[other] = (products[other] + step * matrix[row * count + other]) / (1 + step)
          shares[other] /= 1 + step
        }
      }
    }
    return shares
  }

  private static func matrix(_ pairs: [Float], count: Int) -> [Float] {
    var matrix = [Float](repeating: 0, count: count * count)
    for row in 0..<count {
      for other in 0..<count where other != row {
        matrix[row * count + row] += pairs[other * count + row] * pairs[other * count + row]
        matrix[row * count + other] = -pairs[other * count + row] * pairs[row * count + other]
      }
    }
    return matrix
  }
}
