internal import Registry

/// The precision averaged over the positive rows, each at the threshold that just finds it: the
/// area under the precision-recall curve without interpolation.
///
/// - Parameters:
///   - scores: `rows` finite numbers; higher means more likely positive.
///   - labels: `rows` labels, each 0 or 1.
/// - Returns: A number in 0...1; chance is the share of positive rows.
/// - Throws: ``LearnerError/oneLabelOnly(_:)`` when a label is absent (scikit-learn answers 0 or 1
///   then), ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/scoreNotFinite(row:)``.
/// - Complexity: O(*n* log *n*), where *n* is the number of rows.
///
/// Source: scikit-learn's `average_precision_score`.
public func averagePrecision(scores: [Double], labels: [Int]) throws(LearnerError) -> Double {
  try RankedLabels(checking: scores, labels: labels).averagePrecision
}
