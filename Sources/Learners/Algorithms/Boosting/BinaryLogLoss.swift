internal import Glibc

/// The log-loss of two labels; the score is the log-odds of label 1.
struct BinaryLogLoss: BoostingLoss {
  private let labels: [Int]
  private let weights: [Double]

  /// - Parameters:
  ///   - labels: each 0 or 1.
  ///   - weights: one for each row, 0 or larger.
  init(labels: [Int], weights: [Double]) {
    self.labels = labels
    self.weights = weights
  }

  var outputCount: Int { 1 }

  var baseline: [Double] {
    var sums = [0.0, 0.0]
    for (label, weight) in zip(labels, weights) { sums[label] += weight }
    return [log(sums[1]) - log(sums[0])]
  }

  func responses(_ scores: [Double]) -> [Double] { scores.map(probability(ofLogOdds:)) }

  func units(_ responses: [Double]) -> GradientUnits {
    let largest = weights.max() ?? 0
    return GradientUnits(
      rowCount: labels.count, largestGradient: largest, largestHessian: largest / 4)
  }

  func statistics(_ output: Int, _ responses: [Double], _ units: GradientUnits) -> [GradientSum] {
    responses.indices.map { row in
      let chance = responses[row]
      let weight = weights[row]
      return units.sum(
        gradient: weight * (chance - Double(labels[row])),
        hessian: weight * chance * (1 - chance))
    }
  }

  func mean(_ scores: [Double]) -> Double {
    var (loss, total) = (0.0, 0.0)
    for (row, score) in scores.enumerated() {
      let margin = labels[row] == 1 ? score : -score
      loss += weights[row] * (log1p(exp(-abs(margin))) + max(-margin, 0))
      total += weights[row]
    }
    return loss / total
  }
}
