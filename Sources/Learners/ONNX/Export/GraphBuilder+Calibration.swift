extension GraphBuilder {
  /// The probability that a calibration makes of a score: [rows, 1].
  mutating func addCalibration(_ calibration: ProbabilityCalibration, _ score: String) -> String {
    switch calibration {
    case .sigmoid(let slope, let intercept):
      let slope = constant("calibration/slope", Float(slope))
      let intercept = constant("calibration/intercept", Float(intercept))
      let sloped = add("Mul", [score, slope], "calibration/sloped")
      let logit = add("Add", [sloped, intercept], "calibration/log-odds")
      return add("Sigmoid", [logit], "calibrated")
    case .isotonic(let scores, let probabilities):
      return addLine(IsotonicLine(scores: scores, probabilities: probabilities), score)
    }
  }

  /// A tree finds the piece of the line that a score is on: (score - start) · slope + level.
  private mutating func addLine(_ line: IsotonicLine, _ score: String) -> String {
    let piece = addLearned(
      "TreeEnsembleRegressor", [score], "calibration/piece",
      line.lists.attributes(bases: [0, 0, 0]))
    let parts = ["start", "slope", "level"].enumerated().map { place, part in
      let index = constant("calibration/\(part) column") {
        ONNXTensor(name: $0, int64s: [Int64(place)])
      }
      return add(
        "Gather", [piece, index], "calibration/\(part)", [ONNXAttribute("axis", .int(1))])
    }
    let distance = add("Sub", [score, parts[0]], "calibration/distance")
    let rise = add("Mul", [distance, parts[1]], "calibration/rise")
    return addClip(add("Add", [rise, parts[2]], "calibration/line"), "calibrated")
  }

  /// Rounding may carry a probability a hair out of 0...1.
  mutating func addClip(_ value: String, _ output: String) -> String {
    add("Clip", [value, constant("zero", 0), constant("one", 1)], output)
  }
}
