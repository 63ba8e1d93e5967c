/// Half the squared error of numbers; the score is the prediction.
struct SquaredError: BoostingLoss {
  private let targets: [Double]
  private let weights: [Double]

  /// - Parameters:
  ///   - targets: the numbers to predict, none beyond 2 in size.
  ///   - weights: one for each row, 0 or larger.
  init(targets: [Double], weights: [Double]) {
    self.targets = targets
    self.weights = weights
  }

  var outputCount: Int { 1 }

  var baseline: [Double] {
    var (sum, total) = (0.0, 0.0)
    for (target, weight) in zip(targets, weights) {
      sum += weight * target
      total += weight
    }
    return [sum / total]
  }

  func responses(_ scores: [Double]) -> [Double] { scores }

  func units(_ responses: [Double]) -> GradientUnits {
    var largest = 0.0
    for (row, response) in responses.enumerated() {
      largest = max(largest, weights[row] * abs(response - targets[row]))
    }
    return GradientUnits(
      rowCount: targets.count, largestGradient: largest, largestHessian: weights.max() ?? 0)
  }

  func statistics(_ output: Int, _ responses: [Double], _ units: GradientUnits) -> [GradientSum] {
    responses.indices.map { row in
      units.sum(gradient: weights[row] * (responses[row] - targets[row]), hessian: weights[row])
    }
  }

  /// The weighted mean of the squared errors, not of their halves.
  func mean(_ scores: [Double]) -> Double {
    var (loss, total) = (0.0, 0.0)
    for (row, score) in scores.enumerated() {
      loss += weights[row] * (score - targets[row]) * (score - targets[row])
      total += weights[row]
    }
    return loss / total
  }
}
