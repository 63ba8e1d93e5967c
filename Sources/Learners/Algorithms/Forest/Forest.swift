/// What a forest of any kind ends with: the mean of what its trees answer.
struct Forest: Sendable, Equatable {
  let binner: FittedColumnBinner
  let trees: [Tree]
  /// For each column its share of what all decisions made better.
  let importances: [Double]
  /// How many numbers a leaf answers.
  let outputCount: Int
  /// The mean answer for each row by the trees that did not draw it, `outputCount` numbers each.
  let outOfBag: [Double?]?

  /// The mean answer for each row, `outputCount` numbers each.
  ///
  /// - Throws: as ``FittedColumnBinner/transform(_:)``.
  func means(_ table: Table) throws(LearnerError) -> [Double] {
    let input = try binner.values(table)
    var sums = [Double](repeating: 0, count: table.rowCount * outputCount)
    for tree in trees {
      if outputCount == 1 {
        tree.add(to: &sums, of: input, output: 0, outputCount: 1)
      } else {
        tree.add(to: &sums, of: input, outputCount: outputCount)
      }
    }
    return sums.map { $0 / Double(trees.count) }
  }
}
