/// How much the rows of each class weigh.
public enum ClassWeights: Sendable, Equatable {
  /// All the same.
  case equal
  /// So that all classes have the same sum: rows / (classes × rows of the class), of the
  /// classes that occur, where a row counts as much as its sample weight.
  case balanced
  /// These, by class: finite and above 0.
  case each([Double])

  /// Sample weights with those of the classes multiplied in.
  ///
  /// - Parameters:
  ///   - weights: one for each row.
  ///   - labels: one for each row, in `0..<classCount`.
  ///   - classCount: how many classes there are.
  /// - Returns: one weight a row.
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)``;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  func applied(
    to weights: [Double], of labels: [Int], classCount: Int
  ) throws(LearnerError) -> [Double] {
    let factors: [Double]
    switch self {
    case .equal: return weights
    case .balanced:
      let sums = weightOfClasses(labels, weights, classCount: classCount)
      let total = sums.reduce(0, +)
      let present = Double(sums.count { $0 > 0 })
      factors = sums.map { $0 > 0 ? total / (present * $0) : 1 }
    case .each(let given):
      guard given.count == classCount else {
        throw .lengthsDiffer(what: "class weights", expected: classCount, found: given.count)
      }
      if let wrong = given.first(where: { !($0 > 0 && $0.isFinite) }) {
        throw .hyperparameterOutOfRange(
          name: "classWeights", value: "\(wrong)", allowed: "finite numbers above 0")
      }
      factors = given
    }
    return zip(weights, labels).map { $0 * factors[$1] }
  }
}

/// The sum of the weights of each class.
func weightOfClasses(_ labels: [Int], _ weights: [Double], classCount: Int) -> [Double] {
  var sums = [Double](repeating: 0, count: classCount)
  for (label, weight) in zip(labels, weights) { sums[label] += weight }
  return sums
}
