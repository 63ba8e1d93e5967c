internal import Glibc

/// The logistic curve that fits labels best, with Platt's targets: not 0 and 1, but as far inside as a
/// uniform prior puts them, so that separable labels have a best curve, too.
///
/// Source: Platt (1999), *Probabilistic outputs for support vector machines*; Lin, Lin and Weng (2007),
/// *A note on Platt's probabilistic outputs for support vector machines*, Machine Learning 68.
struct SigmoidFit {
  /// A sigmoid whose slope is 0 or larger.
  let calibration: ProbabilityCalibration

  /// - Precondition: finite scores; both labels have some weight.
  init(scores: [Double], labels: [Int], weights: [Double]) {
    let sums = weightOfClasses(labels, weights, classCount: 2)
    let targets = [1 / (sums[0] + 2), (sums[1] + 1) / (sums[1] + 2)]
    let share = (sums[0] * targets[0] + sums[1] * targets[1]) / (sums[0] + sums[1])
    let constant = ProbabilityCalibration.sigmoid(slope: 0, intercept: log(share / (1 - share)))
    let (lowest, highest) = (scores.min() ?? 0, scores.max() ?? 0)
    // In -1...1, so that steps are well conditioned whatever the unit of the scores.
    let (centre, reach) = (lowest / 2 + highest / 2, highest / 2 - lowest / 2)
    guard reach > 0, (1 / reach).isFinite else {
      calibration = constant
      return
    }
    let curve = LogisticCurve(
      positions: scores.map { ($0 - centre) / reach }, targets: labels.map { targets[$0] },
      weights: weights)
    let (steepness, height) = curve.fitted(from: log(share / (1 - share)))
    let slope = steepness / reach
    guard slope > 0, slope.isFinite, (slope * centre).isFinite else {
      calibration = constant
      return
    }
    calibration = .sigmoid(slope: slope, intercept: height - slope * centre)
  }
}

/// The log-loss of a logistic curve through targets between 0 and 1, and its smallest value.
private struct LogisticCurve {
  let positions: [Double]
  let targets: [Double]
  let weights: [Double]

  /// Newton's method with halved steps, which ends where no step improves any more.
  func fitted(from start: Double) -> (slope: Double, intercept: Double) {
    var (slope, intercept) = (0.0, start)
    var loss = self.loss(slope, intercept)
    for _ in 0..<100 {
      let step = newtonStep(slope, intercept)
      var length = 1.0
      var next = self.loss(slope - step.slope, intercept - step.intercept)
      while !(next < loss), length > 1e-6 {
        length /= 2
        next = self.loss(slope - length * step.slope, intercept - length * step.intercept)
      }
      guard next < loss else { break }
      (slope, intercept) = (slope - length * step.slope, intercept - length * step.intercept)
      loss = next
    }
    return (slope, intercept)
  }

  private func loss(_ slope: Double, _ intercept: Double) -> Double {
    var sum = 0.0
    for row in positions.indices {
      let x = slope * positions[row] + intercept
      sum += weights[row] * (max(x, 0) - targets[row] * x + log1p(exp(-abs(x))))
    }
    return sum
  }

  private func newtonStep(
    _ slope: Double, _ intercept: Double
  ) -> (slope: Double, intercept: Double) {
    // Of the two parameters: first derivatives, and second ones with a ridge that keeps them solvable.
    var (first, second) = (SIMD2<Double>(), SIMD3<Double>(1e-12, 0, 1e-12))
    for row in positions.indices {
      let p = probability(ofLogOdds: slope * positions[row] + intercept)
      let position = positions[row]
      first += weights[row] * (p - targets[row]) * SIMD2(position, 1)
      second += weights[row] * p * (1 - p) * SIMD3(position * position, position, 1)
    }
    let determinant = second.x * second.z - second.y * second.y
    return (
      (second.z * first.x - second.y * first.y) / determinant,
      (second.x * first.y - second.y * first.x) / determinant
    )
  }
}
