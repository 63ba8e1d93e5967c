/// What every tree of a forest learns from.
struct ForestRows: Sendable {
  let table: BinnedTable
  /// The rows that weigh something.
  let learned: [UInt32]
  private let labels: [Int]
  private let weights: [Double]

  init(table: BinnedTable, labels: [Int], weights: [Double]) {
    self.table = table
    self.labels = labels
    self.weights = weights
    learned = weights.indices.filter { weights[$0] > 0 }.map(UInt32.init)
  }

  /// What each row adds to sums when a tree has drawn it so many times: its weight where the label is
  /// 1, and its weight.
  ///
  /// - Parameter times: one for each row.
  /// - Returns: the units, and one sum a row.
  func statistics(times: [UInt32]) -> (units: GradientUnits, sums: [GradientSum]) {
    let largest = (weights.max() ?? 0) * Double(times.max() ?? 0)
    let units = GradientUnits(
      rowCount: table.rowCount, largestGradient: largest, largestHessian: largest)
    let sums = times.indices.map { row in
      let weight = weights[row] * Double(times[row])
      return units.sum(gradient: labels[row] == 1 ? weight : 0, hessian: weight)
    }
    return (units, sums)
  }
}
