/// How a score becomes the probability of one label.
enum LabelCalibrator: Sendable {
  /// 1 / (1 + exp(a · score + b)): `_SigmoidCalibration`.
  case sigmoid(a: Double, b: Double)
  /// The straight line between the two thresholds around the score: `IsotonicRegression`. `bounds` are what
  /// scores are cut to; `isSingle` says that they are rounded to `Float` first.
  case isotonic(scores: [Double], values: [Double], bounds: ClosedRange<Double>, isSingle: Bool)

  /// - Throws: ``LearnerError/unsupportedModel(_:reason:supported:)`` for another class.
  init(_ object: PickledObject) throws(LearnerError) {
    switch object.kind {
    case "calibration._SigmoidCalibration":
      self = .sigmoid(a: try object.number("a_"), b: try object.number("b_"))
    case "isotonic.IsotonicRegression": self = try Self.isotonic(object)
    default: throw object.unsupported("is no calibrator that is known here")
    }
  }

  private static func isotonic(_ object: PickledObject) throws(LearnerError) -> LabelCalibrator {
    let rule = try object.text("out_of_bounds")
    guard rule == "clip" else { throw object.unsupported("has out_of_bounds='\(rule)'") }
    let scores = try object.matrix("X_thresholds_").numbers
    let values = try object.numbers("y_thresholds_", count: scores.count)
    guard let first = scores.first, let last = scores.last,
      (scores + values).allSatisfy(\.isFinite),
      zip(scores, scores.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw object.misfit("X_thresholds_") }
    let isSingle = try object.isSinglePrecision("X_thresholds_")
    return .isotonic(scores: scores, values: values, bounds: first...last, isSingle: isSingle)
  }

  func probability(_ score: Double) -> Double {
    switch self {
    case .sigmoid(let a, let b): return Learners.probability(ofLogOdds: -(a * score + b))
    case .isotonic(let scores, let values, let bounds, let isSingle):
      let rounded = isSingle ? Double(Float(score)) : score
      let score = max(bounds.lowerBound, min(bounds.upperBound, rounded))
      var range = 0..<scores.count - 1
      // The last threshold that is not above the score.
      while range.count > 1 {
        let middle = range.lowerBound + range.count / 2
        range = scores[middle] <= score ? middle..<range.upperBound : range.lowerBound..<middle
      }
      guard let index = range.first, score < scores[index + 1] else {
        return values[values.count - 1]
      }
      let slope = (values[index + 1] - values[index]) / (scores[index + 1] - scores[index])
      return slope * (score - scores[index]) + values[index]
    }
  }
}
