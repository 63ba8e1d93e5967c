extension ProbabilityCalibration {
  /// The probability of label 1.
  ///
  /// - Parameter score: of the model; a finite number.
  /// - Returns: A number in 0...1 that never falls where the score rises, as long as the slope of a
  ///   sigmoid is not negative.
  /// - Complexity: O(log *p*), where *p* is the number of points.
  public func probability(ofScore score: Double) -> Double {
    switch self {
    case .sigmoid(let slope, let intercept):
      return Learners.probability(ofLogOdds: slope * score + intercept)
    case .isotonic(let scores, let probabilities):
      let after = Self.firstIndex(in: scores, above: score)
      guard after > 0 else { return probabilities[0] }
      guard after < scores.count else { return probabilities[after - 1] }
      let share = (score - scores[after - 1]) / (scores[after] - scores[after - 1])
      let (low, high) = (probabilities[after - 1], probabilities[after])
      return min(low + share * (high - low), high)
    }
  }

  /// The same as a model file answers it: with a sigmoid, bit for bit.
  func servedProbability(ofScore score: Double) -> Double {
    switch self {
    case .sigmoid(let slope, let intercept):
      Double(Sigmoid.of(Float(score) * Float(slope) + Float(intercept)))
    case .isotonic: Double(Float(probability(ofScore: score)))
    }
  }

  /// How many of ascending numbers are not above `bound`.
  private static func firstIndex(in numbers: [Double], above bound: Double) -> Int {
    var range = 0..<numbers.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        numbers[middle] <= bound ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
