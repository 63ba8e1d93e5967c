/// What each row of a class weighs.
///
/// - Parameters:
///   - labels: one for each row, in `0..<classCount`.
///   - sampleWeights: one for each row, finite and 0 or larger; `nil` for 1 each.
///   - classWeights: what the classes weigh besides.
///   - classCount: how many classes there are, at least 2.
///   - rowCount: how many rows there are.
/// - Returns: one weight a row; at least two classes have some.
/// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
///   ``LearnerError/labelNotBinary(_:row:)``, or ``LearnerError/labelOutOfRange(_:row:classCount:)``
///   for more than two classes; ``LearnerError/weightOutOfRange(row:)``;
///   ``LearnerError/oneLabelOnly(_:)`` when all others do not occur or only with weight 0;
///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
func labelWeights(
  _ labels: [Int], _ sampleWeights: [Double]?, _ classWeights: ClassWeights, classCount: Int,
  rowCount: Int
) throws(LearnerError) -> [Double] {
  try check(labels, classCount: classCount, rowCount: rowCount)
  let given = try checkedWeights(sampleWeights, rowCount: rowCount)
  let sums = weightOfClasses(labels, given, classCount: classCount)
  let present = sums.indices.filter { sums[$0] > 0 }
  guard present.count > 1 else { throw .oneLabelOnly("\(present.first ?? labels[0])") }
  let weights = try classWeights.applied(to: given, of: labels, classCount: classCount)
  try checkSum(weights)
  return weights
}

/// Refuses labels that are missing, of the wrong number, or none of the classes.
///
/// - Throws: as ``labelWeights(_:_:_:classCount:rowCount:)``.
func check(_ labels: [Int], classCount: Int, rowCount: Int) throws(LearnerError) {
  guard classCount > 2 else { return try check(labels, rowCount: rowCount) }
  guard rowCount > 0 else { throw .noRows }
  guard labels.count == rowCount else {
    throw .lengthsDiffer(what: "labels", expected: rowCount, found: labels.count)
  }
  if let row = labels.firstIndex(where: { !(0..<classCount).contains($0) }) {
    throw .labelOutOfRange(labels[row], row: row + 1, classCount: classCount)
  }
}

/// Refuses weights whose sum is not finite.
///
/// - Throws: ``LearnerError/weightOutOfRange(row:)`` for the row of the largest one.
func checkSum(_ weights: [Double]) throws(LearnerError) {
  guard weights.reduce(0, +).isFinite else {
    throw .weightOutOfRange(row: (weights.indices.max { weights[$0] < weights[$1] } ?? 0) + 1)
  }
}
