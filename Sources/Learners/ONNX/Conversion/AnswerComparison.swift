/// The answers of two models to the same rows, side by side.
struct AnswerComparison {
  let outputs: PredictionOutputs
  let tolerance: Double
  private(set) var rowCount = 0
  private(set) var largestDistance = 0.0
  private var differing = 0
  private var worst: (row: Int, distance: Double, output: String, expected: String, found: String)?

  init(outputs: PredictionOutputs, tolerance: Double) {
    self.outputs = outputs
    self.tolerance = tolerance
  }

  mutating func compare(_ expected: [Prediction], with found: [Prediction]) {
    for (one, other) in zip(expected, found) {
      rowCount += 1
      compare(one, with: other)
    }
  }

  /// - Throws: ``LearnerError/conversionDiffers(row:output:expected:found:count:of:)``.
  func finish() throws(LearnerError) {
    guard differing > 0, let worst else { return }
    throw .conversionDiffers(
      row: worst.row, output: worst.output, expected: worst.expected, found: worst.found,
      count: differing, of: rowCount)
  }

  private mutating func compare(_ expected: Prediction, with found: Prediction) {
    let distance = zip(expected.numbers, found.numbers).map(Self.distance).max() ?? 0
    largestDistance = max(largestDistance, distance)
    let isSame = distance <= tolerance && expected.label == found.label
    if !isSame { differing += 1 }
    let reached = expected.label == found.label ? distance : .infinity
    guard !isSame, reached > worst?.distance ?? -1 else { return }
    let cells = Array(zip(outputs.names, zip(outputs.cells(expected), outputs.cells(found))))
    guard let (name, (one, other)) = cells.first(where: { $1.0 != $1.1 }) ?? cells.first else {
      preconditionFailure("every prediction has an output")
    }
    worst = (rowCount, reached, name, one, other)
  }

  /// How far two numbers are apart; 0 where both are none, infinite where one is.
  private static func distance(_ one: Double, _ other: Double) -> Double {
    if one == other || (one.isNaN && other.isNaN) { return 0 }
    // Numbers above 1 are compared by their digits: floats have seven of them.
    let distance = (one - other).magnitude / max(1, one.magnitude)
    return distance.isNaN ? .infinity : distance
  }
}

extension Prediction {
  /// Everything that is a number.
  fileprivate var numbers: [Double] {
    switch self {
    case .binary(let probability, _): [probability]
    case .multiclass(let probabilities, _): probabilities
    case .number(let number): [number]
    }
  }
}
