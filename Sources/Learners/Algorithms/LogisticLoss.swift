internal import Glibc

/// The log-loss of rows with known labels, as a function of their log-odds.
struct LogisticLoss: Sendable {
  /// For each row its weight, negative where the label is 0.
  private let signedWeights: [Double]

  /// - Parameters:
  ///   - labels: each 0 or 1.
  ///   - weights: one for each row, 0 or larger.
  init(labels: [Int], weights: [Double]) {
    signedWeights = zip(labels, weights).map { $0 == 1 ? $1 : -$1 }
  }

  /// What a set of log-odds costs, and how that changes.
  struct Evaluation: LossEvaluation {
    /// The sum over rows of weight × log-loss.
    var loss: Double
    /// For each row the first derivative of its loss by its log-odds.
    var slopes: [Double]
    /// For each row the second derivative, 0 or larger.
    var curvatures: [Double]
  }

  /// The loss and its derivatives, exact also where a probability rounds to 0 or 1.
  ///
  /// - Parameter logOdds: one for each row.
  /// - Returns: the loss, and both derivatives row by row.
  /// - Complexity: O(*n*).
  func evaluate(_ logOdds: [Double]) -> Evaluation {
    var result = Evaluation(
      loss: 0, slopes: [Double](repeating: 0, count: logOdds.count),
      curvatures: [Double](repeating: 0, count: logOdds.count))
    var start = 0
    while start < logOdds.count {
      let end = min(start + PaddedDesign.blockRows, logOdds.count)
      result.loss += evaluate(logOdds, start..<end, into: &result)
      start = end
    }
    return result
  }

  private func evaluate(
    _ logOdds: [Double], _ rows: Range<Int>, into result: inout Evaluation
  ) -> Double {
    var loss = 0.0
    for row in rows {
      let signed = signedWeights[row]
      let weight = abs(signed)
      // How far the row is on its label's side; both labels are alike from here on.
      let margin = signed.sign == .plus ? logOdds[row] : -logOdds[row]
      let small = exp(-abs(margin))
      let inverse = 1 / (1 + small)
      loss += weight * (log1p(small) + max(-margin, 0))
      result.slopes[row] = -signed * (margin >= 0 ? small * inverse : inverse)
      result.curvatures[row] = weight * small * inverse * inverse
    }
    return loss
  }
}

/// The probability that log-odds stand for: 1 / (1 + e⁻ˣ), exact towards both ends.
func probability(ofLogOdds x: Double) -> Double {
  let small = exp(-abs(x))
  // One division for both signs: which one a row has cannot be foretold.
  return (x >= 0 ? 1 : small) / (1 + small)
}
