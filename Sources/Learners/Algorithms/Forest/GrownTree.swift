/// A tree of a forest, and what was seen when it grew.
struct GrownTree: Sendable {
  var tree = Tree()
  /// For each column its share of what all decisions made better; they add up to 1, or all are 0.
  var importances: [Double]
  /// The rows that the tree did not learn from.
  var spareRows: [UInt32] = []
  /// Which of them end in each leaf, in the order of the leaves' numbers.
  var spareRanges: [Range<Int>] = []
}
