/// What every tree of a forest learns from, the targets aside.
struct ForestRows: Sendable {
  let table: BinnedTable
  /// What each row weighs.
  let weights: [Double]
  /// The rows that weigh something.
  let learned: [UInt32]
  private let largestWeight: Double

  init(table: BinnedTable, weights: [Double]) {
    self.table = table
    self.weights = weights
    learned = weights.indices.filter { weights[$0] > 0 }.map(UInt32.init)
    largestWeight = weights.max() ?? 0
  }

  /// The units for sums of rows that a tree has drawn so many times, whose gradients are none larger
  /// than their weights.
  func units(times: [UInt32]) -> GradientUnits {
    let largest = largestWeight * Double(times.max() ?? 0)
    return GradientUnits(
      rowCount: table.rowCount, largestGradient: largest, largestHessian: largest)
  }
}
