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
    (
      "sets and many leaves",
      RandomTrees(seed: 10, treeCount: 12, depth: 9, tests: .all, missing: [.passes, .isZero])
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

  /// The first rows come before the codes are made; of the others some do not fill a block, and the last are
  /// few enough to be scored one by one.
  private func check<Feature: TreeNumber, Sum: TreeNumber>(
    _ compiled: CompiledTrees<Feature, Sum>, _ cells: [Feature], _ trees: [SourceTree]
  ) throws {
    let columns = cells.count / 1500
    let expected: [Sum] = trees.plainSums(
      cells, columns: columns, scoreCount: RandomTrees.scoreCount)
    for rows in [0..<7, 7..<8, 8..<1500, 100..<117, 1486..<1500, 3..<4] {
      let found = try compiled.scores(
        Array(cells[rows.lowerBound * columns..<rows.upperBound * columns]), columns: columns)
      let range =
        rows.lowerBound * RandomTrees.scoreCount..<rows.upperBound * RandomTrees.scoreCount
      #expect(found == Array(expected[range]))
    }
    #expect(compiled.coded.groups(compiled.nodes, rows: 0) != nil)
  }

  /// Rows that come together are checked by the sums above.
  @Test(arguments: TreeAggregate.allCases)
  func `answer a row alone what they answer it among others`(aggregate: TreeAggregate) throws {
    let random = RandomTrees(seed: 5, treeCount: 60, depth: 5, columns: 3)
    let trees = random.trees().map { tree in
      SourceTree(
        nodes: tree.nodes,
        votes: tree.votes.map { SourceTree.Vote(leaf: $0.leaf, score: 0, weight: $0.weight) })
    }
    let compiled = try CompiledTrees<Double, Double>(
      trees, sums: TreeSums(scoreCount: 1, aggregate: aggregate))
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1000))
    #expect(!groups.map(\.takesSingleRows).contains(false))
    let cells = random.rows(200)
    let columns = cells.count / 200
    let single = try (0..<200).flatMap {
      try compiled.scores(Array(cells[$0 * columns..<($0 + 1) * columns]), columns: columns)
    }
    #expect(try compiled.scores(cells, columns: columns) == single)
  }

  /// A byte tells 254 thresholds apart: more make a second group.
  @Test func `are coded in bytes, in as many groups as their thresholds need`() throws {
    let trees = (0..<260).map { SourceTree.stump(.atMost(Double($0))) }
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1000))
    #expect(groups.map(\.trees) == [0..<254, 254..<260])
    #expect(groups.map(\.takesSingleRows) == [true, true])
    let rows = (0..<300).map { Double($0) }
    #expect(
      try rows.flatMap { try compiled.scores([$0], columns: 1) }
        == trees.plainSums(rows, columns: 1, scoreCount: 1) as [Double])
    #expect(
      try compiled.scores(rows, columns: 1)
        == trees.plainSums(rows, columns: 1, scoreCount: 1) as [Double])
  }

  /// A node numbers 65,536 columns: the second tree needs a group of its own, which has its columns only.
  @Test func `are coded in as many groups as their columns need`() throws {
    let trees = [0..<60_000, 60_000..<120_000, 0..<60_000].map(SourceTree.chain)
    let rows = (0..<16).flatMap { row in
      (0..<120_000).map { $0 % 60_000 < row * 3000 ? 1 : 0.0 }
    }
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1 << 20))
    #expect(groups.map(\.trees) == [0..<1, 1..<2, 2..<3])
    #expect(groups.map(\.coders.count) == [60_000, 60_000, 60_000])
    #expect(try compiled.scores(rows, columns: 120_000) == (0..<16).map { Double($0 * 9000) })
  }

  /// By hand: 1000 categories make 2000 cuts, whose codes take 64 words of bits.
  @Test func `keep a set once, however many nodes ask for it`() throws {
    let set = Set(0..<1000)
    let trees = (0..<200).map { _ in SourceTree.stump(.member(set)) }
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    #expect(compiled.nodes.sets == [set])
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1000))
    guard case .walks(let walked)? = groups.first?.kernel else {
      Issue.record("sets are not walked")
      return
    }
    #expect(walked.members.count == 64)
    let rows = [-1, 0, 0.5, 999, 1000, .nan] + [Double](repeating: 7, count: 14)
    #expect(
      try compiled.scores(rows, columns: 1)
        == trees.plainSums(rows, columns: 1, scoreCount: 1) as [Double])
  }

  /// Two bytes tell the cuts of 17,000 categories apart, but not those of twice as many.
  @Test func `are coded in as many groups as their sets need`() throws {
    let trees = [0, 1, 0, 0].map { first in
      SourceTree.stump(.member(Set((0..<17_000).map { 2 * $0 + first })))
    }
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1 << 20))
    #expect(groups.map(\.trees) == [0..<1, 1..<2, 2..<4])
    let rows = (0..<20).map { Double($0) }
    #expect(
      try compiled.scores(rows, columns: 1)
        == trees.plainSums(rows, columns: 1, scoreCount: 1) as [Double])
  }

  @Test func `are walked as they are where their sets have too many categories`() throws {
    let trees = [SourceTree.stump(.member(Set(0..<1_100_000)))]
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    #expect(compiled.coded.groups(compiled.nodes, rows: 1000)?.count == nil)
    let rows = (0..<20).map { Double($0 - 10) }
    #expect(
      try compiled.scores(rows, columns: 1)
        == [Double](repeating: 2, count: 10) + [Double](repeating: 1, count: 10))
  }

  @Test func `say how many numbers they answer before they make them`() throws {
    let compiled = try CompiledTrees<Float, Float>(
      [.stump(.atMost(0))], sums: TreeSums(scoreCount: 1 << 20))
    #expect(throws: LearnerError.self) {
      try compiled.scores([Float](repeating: 0, count: 1 << 8), columns: 1)
    }
  }

  /// A byte tells 127 categories apart, each of which takes two cuts: trees of more are walked.
  @Test(arguments: [127, 128]) func `ask for sets in bytes where these are enough`(
    categories: Int
  ) throws {
    let odd = SourceTree.stump(.member(Set((0..<categories).filter { !$0.isMultiple(of: 2) })))
    let even = SourceTree.stump(.member(Set((0..<categories).filter { $0.isMultiple(of: 2) })))
    var both = odd
    both.nodes[2] = SourceTree.Node(
      test: .member(Set((0..<categories).filter { $0.isMultiple(of: 2) })), column: 0, passes: 3,
      fails: 4, missing: .fails)
    both.nodes += [.leaf, .leaf]
    both.votes[1].leaf = 3
    both.votes.append(.init(leaf: 4, score: 0, weight: 9))
    let trees = [odd, both, even]
    let compiled = try CompiledTrees<Double, Double>(trees, sums: TreeSums(scoreCount: 1))
    let groups = try #require(compiled.coded.groups(compiled.nodes, rows: 1000))
    for group in groups {
      if case .bitVectors = group.kernel {
        #expect(categories == 127)
      } else {
        #expect(categories == 128)
      }
    }
    let rows = (-2...Int(categories)).flatMap { [Double($0), Double($0) + 0.5] } + [.nan]
    #expect(
      try compiled.scores(rows, columns: 1)
        == trees.plainSums(rows, columns: 1, scoreCount: 1) as [Double])
  }
}

extension SourceTree {
  /// Counts how many of the columns are above 0 before the first that is not.
  fileprivate static func chain(_ columns: Range<Int>) -> SourceTree {
    var tree = SourceTree(nodes: [], votes: [])
    for (count, column) in columns.enumerated() {
      tree.votes.append(Vote(leaf: 2 * count + 1, score: 0, weight: Double(count)))
      tree.nodes.append(
        Node(
          test: .atMost(0), column: column, passes: 2 * count + 1, fails: 2 * count + 2,
          missing: .fails))
      tree.nodes.append(.leaf)
    }
    tree.votes.append(Vote(leaf: tree.nodes.count, score: 0, weight: Double(columns.count)))
    tree.nodes.append(.leaf)
    return tree
  }
}
