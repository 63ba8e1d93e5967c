/// A calibration with what it says of the rows that it was fitted on.
public struct FittedCalibration: Sendable, Equatable {
  /// How it was fitted; never ``CalibrationMethod/automatic``.
  public let method: CalibrationMethod
  /// How a score becomes a probability; `nil` for the model's own probabilities.
  public let calibration: ProbabilityCalibration?
  /// The probability of each row as a model would answer it, each a `Float`: of an isotonic calibration by
  /// one that was fitted on other rows. What a threshold is chosen on and metrics are computed from.
  public let probabilities: [Double]
}
