/// Rows that a model learns from.
struct LearningRows: Sendable {
  /// Numbers are in single precision.
  let features: Table
  /// What to predict, a value for each row.
  let target: TargetEncoding
  /// What each row weighs; `nil` for 1 each.
  var weights: [Double]?

  /// The rows at `indices`, in that order.
  func rows(_ indices: [Int]) -> LearningRows {
    LearningRows(
      features: features.rows(indices), target: target.rows(indices),
      weights: weights.map { weights in indices.map { weights[$0] } })
  }
}
