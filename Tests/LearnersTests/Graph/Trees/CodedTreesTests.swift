import Testing

@testable import Learners

/// Sums are those of ``plainSums``, which goes from node to node as the rules of ``SourceTree`` say, bit
/// for bit.
@Suite struct `Trees for many rows` {
  private static let cases: [(String, RandomTrees)] = [
    ("few leaves", RandomTrees(seed: 1, treeCount: 40, depth: 4)),
    ("64 leaves at most", RandomTrees(seed: 2, treeCount: 20, depth: 6, votes: .all)),
    ("one leaf", RandomTrees(seed: 3, treeCount: 3, depth: 0)),
    ("many leaves", RandomTrees(seed: 4, treeCount: 20, depth: 9, votes: .some)),
    ("many thresholds", RandomTrees(seed: 5, treeCount: 300, depth: 5, valueCount: 2000)),
    (
      "zeros that are missing",
      RandomTrees(
        seed: 6, treeCount: 30, depth: 5, missing: [.orZeroPasses, .orZeroFails, .isZero])
    ),
    ("sets", RandomTrees(seed: 7, treeCount: 30, depth: 6, tests: .all, votes: .all)),
    (
      "sets and zeros that are missing",
      RandomTrees(
        seed: 8, treeCount: 30, depth: 6, tests: .all,
        missing: [.orZeroPasses, .orZeroFails, .isZero, .passes, .fails])
    ),
    ("one column", RandomTrees(seed: 9, treeCount: 9, depth: 3, columns: 1)),
  ]

  @Test(arguments: cases) func `add up to what each tree says`(
    name: String, random: RandomTrees
  ) throws {
    let (trees, rows) = (random.trees(), random.rows(1500))
    let sums = TreeSums(scoreCount: RandomTrees.scoreCount)
    let doubles = try CompiledTrees<Double, Double>(trees, sums: sums)
    let floats = try CompiledTrees<Float, Float>(trees, sums: sums)
    let mixed = try CompiledTrees<Float, Double>(trees, sums: sums)
    try check(doubles, rows, trees)
    try check(floats, rows.map { Float($0) }, trees)
    try check(mixed, rows.map { Float($0) }, trees)
  }

  /// The first rows come before the codes are made, the last ones do not fill a block.
  private func check<Feature: TreeNumber, Sum: TreeNumber>(
    _ compiled: CompiledTrees<Feature, Sum>, _ cells: [Feature], _ trees: [SourceTree]
  ) throws {
    let columns = cells.count / 1500
    let expected: [Sum] = trees.plainSums(
      cells, columns: columns, scoreCount: RandomTrees.scoreCount)
    for rows in [0..<7, 7..<8, 8..<1500, 100..<117] {
      let found = try compiled.scores(
        Array(cells[rows.lowerBound * columns..<rows.upperBound * columns]), columns: columns)
      let range =
        rows.lowerBound * RandomTrees.scoreCount..<rows.upperBound * RandomTrees.scoreCount
      #expect(found == Array(expected[range]))
    }
    #expect(compiled.coded.groups(compiled.nodes, rows: 0) != nil)
  }

  /// A byte tells 254 thresholds apart: more make a second group.
  @Test func `are coded in bytes, in as many groups as their thresholds need`() throws {
    let trees = (0..<260).map { SourceTree.stump(.atMost(Double($0))) }
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1000))
    #expect(groups.map(\.trees) == [0..<254, 254..<260])
    let rows = (0..<300).map { Double($0) }
    #expect(
      try compiled.scores(rows, columns: 1)
        == trees.plainSums(rows, columns: 1, scoreCount: 1) as [Double])
  }

  @Test func `say how many numbers they answer before they make them`() throws {
    let compiled = try CompiledTrees<Float, Float>(
      [.stump(.atMost(0))], sums: TreeSums(scoreCount: 1 << 20))
    #expect(throws: LearnerError.self) {
      try compiled.scores([Float](repeating: 0, count: 1 << 8), columns: 1)
    }
  }
}
