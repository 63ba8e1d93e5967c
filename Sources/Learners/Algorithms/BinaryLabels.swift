/// What each row of two labels weighs.
///
/// - Parameters:
///   - labels: one for each row, 0 or 1.
///   - sampleWeights: one for each row, finite and 0 or larger; `nil` for 1 each.
///   - classWeights: what the labels weigh besides.
///   - rowCount: how many rows there are.
/// - Returns: one weight a row, and both labels have some.
/// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
///   ``LearnerError/labelNotBinary(_:row:)``; ``LearnerError/weightOutOfRange(row:)``;
///   ``LearnerError/oneLabelOnly(_:)`` when a label does not occur or only with weight 0;
///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
func labelWeights(
  _ labels: [Int], _ sampleWeights: [Double]?, classWeights: ClassWeights, rowCount: Int
) throws(LearnerError) -> [Double] {
  try check(labels, rowCount: rowCount)
  let given = try checkedWeights(sampleWeights, rowCount: rowCount)
  let sums = weightOfClasses(labels, given, classCount: 2)
  guard sums[1] > 0 else { throw .oneLabelOnly("0") }
  guard sums[0] > 0 else { throw .oneLabelOnly("1") }
  let weights = try classWeights.applied(to: given, of: labels, classCount: 2)
  guard weights.reduce(0, +).isFinite else {
    throw .weightOutOfRange(row: (weights.indices.max { weights[$0] < weights[$1] } ?? 0) + 1)
  }
  return weights
}
