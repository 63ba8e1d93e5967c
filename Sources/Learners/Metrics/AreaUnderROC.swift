internal import Registry

/// The chance that a random positive row scores above a random negative one, ties counting half.
///
/// - Parameters:
///   - scores: `rows` finite numbers; higher means more likely positive.
///   - labels: `rows` labels, each 0 or 1.
/// - Returns: A number in 0...1, where 0.5 is chance.
/// - Throws: ``LearnerError/oneLabelOnly(_:)`` when a label is absent: the area is then undefined.
///   ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/scoreNotFinite(row:)``.
/// - Complexity: O(*n* log *n*), where *n* is the number of rows.
///
/// Source: Fawcett (2006), *An introduction to ROC analysis*, Pattern Recognition Letters 27(8).
public func areaUnderROC(scores: [Double], labels: [Int]) throws(LearnerError) -> Double {
  try RankedLabels(checking: scores, labels: labels).areaUnderROC
}
