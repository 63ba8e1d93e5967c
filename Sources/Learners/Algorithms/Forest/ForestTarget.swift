/// What the trees of a forest are to tell.
protocol ForestTarget<Statistics>: Sendable {
  associatedtype Statistics: LeafStatistics

  /// How many numbers a leaf answers.
  var outputCount: Int { get }

  /// What a tree goes by that has drawn each row so many times.
  func statistics(of rows: ForestRows, times: [UInt32], minSamplesLeaf: Int) -> Statistics
}

/// How the rows of a leaf are added up, divided and answered for.
protocol LeafStatistics {
  /// What is known of the rows of a leaf; sums of whole numbers, so that no order changes them.
  associatedtype Sum: Sendable, Equatable

  /// The sum over some rows.
  func sum(of rows: ArraySlice<UInt32>) -> Sum

  /// What is left of a sum without a part of it.
  func rest(of sum: Sum, without part: Sum) -> Sum

  /// Whether the rows of a leaf differ in what is to be told.
  func isMixed(_ rows: ArraySlice<UInt32>, _ sum: Sum) -> Bool

  /// The best split of a leaf by one of a few columns.
  ///
  /// - Parameters:
  ///   - columns: ``ColumnHistograms/width`` of them at most.
  ///   - rows: the leaf's rows.
  ///   - sum: over these rows.
  /// - Returns: the split, of equally good ones the first; `nil` when none is better than the leaf as
  ///   it is.
  mutating func bestSplit(
    by columns: ArraySlice<Int>, of rows: ArraySlice<UInt32>, _ sum: Sum
  ) -> Split<Sum>?

  /// What a leaf answers.
  func answer(_ sum: Sum) -> [Double]
}
