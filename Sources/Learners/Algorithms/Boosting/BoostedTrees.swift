/// What gradient boosting of any loss ends with: scores that are a sum of what trees answer.
struct BoostedTrees: Sendable, Equatable {
  let binner: FittedColumnBinner
  /// The scores of a row before the first tree.
  let baseline: [Double]
  /// Round by round, one for each score.
  let trees: [Tree]
  /// The mean loss on the validation rows after each round that was tried.
  let validationLosses: [Double]

  /// How many rounds there are.
  var roundCount: Int { trees.count / baseline.count }

  /// `baseline.count` scores for each row.
  ///
  /// - Throws: as ``FittedColumnBinner/transform(_:)``.
  func scores(_ table: Table) throws(LearnerError) -> [Double] {
    let input = try binner.values(table)
    var scores = repeated(baseline, table.rowCount)
    for (index, tree) in trees.enumerated() {
      let output = index % baseline.count
      tree.add(to: &scores, of: input, output: output, outputCount: baseline.count)
    }
    return scores
  }
}

/// The same scores for each of so many rows.
func repeated(_ scores: [Double], _ rowCount: Int) -> [Double] {
  if scores.count == 1 { return [Double](repeating: scores[0], count: rowCount) }
  return (0..<rowCount).flatMap { _ in scores }
}
