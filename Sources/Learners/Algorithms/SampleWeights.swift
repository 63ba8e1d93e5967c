/// One weight a row; 1 where none are given.
///
/// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)``;
///   ``LearnerError/weightOutOfRange(row:)`` for a weight that is negative or not finite.
func checkedWeights(
  _ weights: [Double]?, rowCount: Int
) throws(LearnerError) -> [Double] {
  guard let weights else { return [Double](repeating: 1, count: rowCount) }
  guard weights.count == rowCount else {
    throw .lengthsDiffer(what: "sample weights", expected: rowCount, found: weights.count)
  }
  if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
    throw .weightOutOfRange(row: row + 1)
  }
  return weights
}
