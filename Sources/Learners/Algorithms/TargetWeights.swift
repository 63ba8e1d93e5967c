/// What each row of a number to predict weighs.
///
/// - Parameters:
///   - targets: one for each row.
///   - sampleWeights: one for each row, finite and 0 or larger; `nil` for 1 each.
///   - rowCount: how many rows there are.
/// - Returns: one weight a row, not all of them 0.
/// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
///   ``LearnerError/targetNotFinite(row:)``; ``LearnerError/weightOutOfRange(row:)``.
func targetWeights(
  _ targets: [Double], _ sampleWeights: [Double]?, rowCount: Int
) throws(LearnerError) -> [Double] {
  try check(targets: targets, rowCount: rowCount)
  let weights = try checkedWeights(sampleWeights, rowCount: rowCount)
  try checkSum(weights)
  guard weights.contains(where: { $0 > 0 }) else { throw .noRows }
  return weights
}

/// Refuses targets that are missing, of the wrong number, NaN or infinite.
///
/// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
///   ``LearnerError/targetNotFinite(row:)``.
func check(targets: [Double], rowCount: Int) throws(LearnerError) {
  guard rowCount > 0 else { throw .noRows }
  guard targets.count == rowCount else {
    throw .lengthsDiffer(what: "targets", expected: rowCount, found: targets.count)
  }
  if let row = targets.firstIndex(where: { !$0.isFinite }) { throw .targetNotFinite(row: row + 1) }
}
