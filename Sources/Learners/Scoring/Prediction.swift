/// What a model says of one row.
///
/// Numbers of a model that computes in single precision are those of its `Float`s, and are written as
/// these are: ``Predictor`` knows.
public enum Prediction: Sendable, Equatable {
  /// Which of two labels: the probability of the positive one, in 0...1, and the label at the model's
  /// threshold, as the training data spelled it.
  case binary(probability: Double, label: String)
  /// Which of several labels: the probability of each, in the order of the model, and the first most
  /// probable one.
  case multiclass(probabilities: [Double], label: String)
  /// A number.
  case number(Double)

  /// The label; `nil` where a number is predicted.
  public var label: String? {
    switch self {
    case .binary(_, let label), .multiclass(_, let label): label
    case .number: nil
    }
  }

  /// What rows can be ordered by: the probability of the positive label, or of the most probable one,
  /// or the number.
  var score: Double {
    switch self {
    case .binary(let probability, _): probability
    case .multiclass(let probabilities, _): probabilities.max() ?? 0
    case .number(let number): number
    }
  }
}
