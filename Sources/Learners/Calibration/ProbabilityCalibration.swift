/// How the score of a model for two labels becomes the probability of label 1.
public enum ProbabilityCalibration: Sendable, Equatable {
  /// 1 / (1 + e^-(slope × score + intercept)).
  case sigmoid(slope: Double, intercept: Double)
  /// The line through these points, flat before the first and after the last; scores ascend
  /// strictly, probabilities never fall. At least one point.
  case isotonic(scores: [Double], probabilities: [Double])
}
