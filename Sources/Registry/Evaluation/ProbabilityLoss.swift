/// What the probability of one row costs once its label is known; smaller is better.
package enum ProbabilityLoss: Sendable {
  /// The negative natural logarithm of the probability given to what came true. Probabilities are
  /// moved 2⁻⁵² away from 0 and 1 first, so that being wrong for certain costs 36.04.
  ///
  /// Source: scikit-learn's `log_loss`, its clipping included.
  case logarithmic
  /// The squared difference between probability and label.
  ///
  /// Source: Brier (1950), *Verification of forecasts expressed in terms of probability*, Monthly
  /// Weather Review 78(1).
  case squared

  func callAsFunction(_ probability: Double, isPositive: Bool) -> Double {
    switch self {
    case .logarithmic:
      let ofLabel = isPositive ? probability : 1 - probability
      return -SpecialFunctions.log(min(max(ofLabel, .ulpOfOne), 1 - .ulpOfOne))
    case .squared:
      let difference = probability - (isPositive ? 1 : 0)
      return difference * difference
    }
  }

  /// - Precondition: there are rows, and as many labels as probabilities.
  package func mean(_ probabilities: [Double], labels: [Bool]) -> Double {
    var sum = 0.0
    for (probability, isPositive) in zip(probabilities, labels) {
      sum += self(probability, isPositive: isPositive)
    }
    return sum / Double(labels.count)
  }
}
