internal import Glibc

/// The log-loss of several classes; the scores are logarithms of their chances, up to a constant.
///
/// Source: Friedman (2001), *Greedy function approximation: a gradient boosting machine*, The Annals
/// of Statistics 29(5), algorithm 6.
struct SoftmaxLogLoss: BoostingLoss {
  let outputCount: Int
  private let labels: [Int]
  private let weights: [Double]

  /// - Parameters:
  ///   - labels: each in `0..<classCount`.
  ///   - weights: one for each row, 0 or larger.
  ///   - classCount: how many classes there are, at least 2.
  init(labels: [Int], weights: [Double], classCount: Int) {
    self.labels = labels
    self.weights = weights
    outputCount = classCount
  }

  var baseline: [Double] {
    let sums = weightOfClasses(labels, weights, classCount: outputCount)
    let total = sums.reduce(0, +)
    // A class that does not occur is nearly ruled out.
    return sums.map { log(max($0 / total, Double.ulpOfOne)) }
  }

  func responses(_ scores: [Double]) -> [Double] {
    var chances = scores
    for row in labels.indices { softmax(&chances, row * outputCount..<(row + 1) * outputCount) }
    return chances
  }

  func units(_ responses: [Double]) -> GradientUnits {
    let largest = weights.max() ?? 0
    return GradientUnits(
      rowCount: labels.count, largestGradient: largest, largestHessian: largest / 2)
  }

  func statistics(_ output: Int, _ responses: [Double], _ units: GradientUnits) -> [GradientSum] {
    // With this factor two classes give what the log-odds of one of them give.
    let factor = Double(outputCount) / Double(outputCount - 1)
    return labels.indices.map { row in
      let chance = responses[row * outputCount + output]
      return units.sum(
        gradient: weights[row] * (chance - (labels[row] == output ? 1 : 0)),
        hessian: weights[row] * factor * chance * (1 - chance))
    }
  }

  func mean(_ scores: [Double]) -> Double {
    let chances = responses(scores)
    var (loss, total) = (0.0, 0.0)
    for (row, label) in labels.enumerated() {
      loss -= weights[row] * log(max(chances[row * outputCount + label], .leastNormalMagnitude))
      total += weights[row]
    }
    return loss / total
  }
}

/// Turns the scores of one row into probabilities.
func softmax(_ scores: inout [Double], _ row: Range<Int>) {
  let largest = scores[row].max() ?? 0
  var total = 0.0
  for index in row {
    scores[index] = exp(scores[index] - largest)
    total += scores[index]
  }
  for index in row { scores[index] /= total }
}
