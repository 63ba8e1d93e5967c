/// What a model says of one row.
public struct Prediction: Sendable, Equatable {
  /// The probability of the positive label, in 0...1.
  public let probability: Float
  /// The label at the model's threshold, as the training data spelled it.
  public let label: String
}
