/// Refuses labels that are missing, of the wrong number, or neither 0 nor 1.
///
/// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
///   ``LearnerError/labelNotBinary(_:row:)``.
func check(_ labels: [Int], rowCount: Int) throws(LearnerError) {
  guard rowCount > 0 else { throw .noRows }
  guard labels.count == rowCount else {
    throw .lengthsDiffer(what: "labels", expected: rowCount, found: labels.count)
  }
  if let row = labels.firstIndex(where: { $0 != 0 && $0 != 1 }) {
    throw .labelNotBinary(labels[row], row: row + 1)
  }
}

/// Refuses scores that have no order.
///
/// - Throws: ``LearnerError/scoreNotFinite(row:)``.
func check(scores: [Double]) throws(LearnerError) {
  if let row = scores.firstIndex(where: { !$0.isFinite }) { throw .scoreNotFinite(row: row + 1) }
}

/// Refuses numbers that are not probabilities.
///
/// - Throws: ``LearnerError/probabilityOutOfRange(row:)``.
func check(probabilities: [Double]) throws(LearnerError) {
  if let row = probabilities.firstIndex(where: { !(0...1).contains($0) }) {
    throw .probabilityOutOfRange(row: row + 1)
  }
}
