import Testing

@testable import Learners

@Suite struct `Rungs of successive halving` {
  /// `n_candidates_` and `n_resources_` of 2,700 rows of scikit-learn 1.9.1's HalvingRandomSearchCV
  /// with factor 3 and min_resources "exhaust".
  @Test(arguments: [
    (1, [1], [2700]), (2, [2], [2700]), (3, [3, 1], [900, 2700]), (4, [4, 2], [900, 2700]),
    (9, [9, 3, 1], [300, 900, 2700]), (10, [10, 4, 2], [300, 900, 2700]),
    (27, [27, 9, 3, 1], [100, 300, 900, 2700]), (50, [50, 17, 6, 2], [100, 300, 900, 2700]),
  ])
  func `have as many trials and rows as scikit-learn's`(trials: Int, counts: [Int], rows: [Int]) {
    let rungs = HalvingRungs(trialCount: trials, smallestShare: 0)
    #expect(rungs.counts == counts)
    #expect(rungs.shares.map { Int(($0 * 2700).rounded()) } == rows)
  }

  @Test(arguments: [(0.11, 3), (0.12, 2), (0.34, 1), (1, 1)])
  func `never learn from less than is asked for`(share: Double, count: Int) {
    let rungs = HalvingRungs(trialCount: 27, smallestShare: share)
    // By hand: 27, 9, 3 trials on 1/9, 1/3 and all of the rows, or the first of them.
    #expect(rungs.counts == Array([27, 9, 3].prefix(count)))
    #expect(rungs.shares == Array([1.0 / 9, 1.0 / 3, 1].suffix(count)))
  }
}
