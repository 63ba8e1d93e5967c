import Testing

@testable import Learners

/// A stump over one column: rows that pass its test get 1, the others 2. Answers are by hand, from the
/// rules of ``SourceTree``.
@Suite struct `A compiled tree` {
  @Test(
    arguments: [
      (.atMost(0.5), .fails, [1, 1, 2, 2, 2, 1]), (.atMost(0.5), .passes, [1, 1, 2, 1, 2, 1]),
      (.atMost(0.5), .isZero, [1, 1, 2, 1, 2, 1]), (.less(0), .isZero, [2, 2, 2, 2, 2, 1]),
      (.less(0.5), .fails, [1, 2, 2, 2, 2, 1]), (.less(-.infinity), .passes, [2, 2, 2, 1, 2, 2]),
      (.atMost(.infinity), .fails, [1, 1, 1, 2, 1, 1]),
      (.equal(0.5), .fails, [2, 1, 2, 2, 2, 2]), (.equal(0), .isZero, [1, 2, 2, 1, 2, 2]),
      (.equal(.infinity), .passes, [2, 2, 2, 1, 1, 2]),
      (.member([1, 7]), .fails, [2, 2, 1, 2, 2, 2]), (.member([0]), .passes, [1, 2, 2, 1, 2, 2]),
      (.member([-1, 0]), .isZero, [1, 2, 2, 1, 2, 2]), (.member([]), .fails, [2, 2, 2, 2, 2, 2]),
      (.atMost(0.5), .orZeroFails, [2, 1, 2, 2, 2, 1]),
      (.atMost(-1), .orZeroPasses, [1, 2, 2, 1, 2, 1]),
      (.member([0, 1]), .orZeroFails, [2, 2, 1, 2, 2, 2]),
    ] as [(SourceTree.Test, SourceTree.Missing, [Double])])
  func `asks what its node asks, and sends missing numbers where it says`(
    test: SourceTree.Test, missing: SourceTree.Missing, answers: [Double]
  ) throws {
    let cells = [-0.0, 0.5, 1, .nan, .infinity, -.infinity]
    let tree = SourceTree.stump(test, missing: missing)
    let double = try CompiledTrees<Double, Double>([tree], sums: TreeSums(scoreCount: 1))
    #expect(try double.scores(cells, columns: 1) == answers)
    let float = try CompiledTrees<Float, Float>([tree], sums: TreeSums(scoreCount: 1))
    #expect(try float.scores(cells.map { Float($0) }, columns: 1) == answers.map { Float($0) })
  }

  /// 0.1 lies between two Floats: the nearest is above it.
  @Test func `compares Floats with thresholds that have more digits`() throws {
    let cells: [Float] = [0.1, (0.1 as Float).nextDown]
    let answers: [(SourceTree.Test, [Double])] = [
      (.atMost(0.1), [2, 1]), (.less(0.1), [2, 1]), (.equal(0.1), [2, 2]),
      (.atMost(1e300), [1, 1]), (.less(Double(cells[0])), [2, 1]), (.atMost(-1e300), [2, 2]),
    ]
    for (test, expected) in answers {
      let trees = try CompiledTrees<Float, Double>(
        [.stump(test)], sums: TreeSums(scoreCount: 1))
      #expect(try trees.scores(cells, columns: 1) == expected)
    }
  }

  /// LightGBM's zero threshold is the `Float` 1e-35, which is more than the `Double`.
  @Test func `takes for 0 what LightGBM does`() throws {
    let trees = try CompiledTrees<Double, Double>(
      [.stump(.atMost(-1), missing: .orZeroPasses)], sums: TreeSums(scoreCount: 1))
    let edge = Double(1e-35 as Float)
    #expect(try trees.scores([edge, -edge, edge.nextUp, 1e-35], columns: 1) == [1, 1, 2, 1])
  }

  /// By hand: 2²⁴ + 1 is no `Float`, so that a `Float` sum stays at 2²⁴ where each 1 is added alone.
  @Test func `adds votes in order and precision, after the start and before the base`() throws {
    var tree = SourceTree.stump(.atMost(0))
    tree.votes = [.init(leaf: 1, score: 0, weight: 1), .init(leaf: 1, score: 1, weight: 0.5)]
    let sums = TreeSums(scoreCount: 2, starts: [16_777_216, 1], bases: [3, -1])
    let float = try CompiledTrees<Float, Float>([tree, tree], sums: sums)
    #expect(try float.scores([-1, 1], columns: 1) == [16_777_220, 1, 16_777_220, 0])
    let double = try CompiledTrees<Float, Double>([tree, tree], sums: sums)
    #expect(try double.scores([-1, 1], columns: 1) == [16_777_221, 1, 16_777_219, 0])
  }

  @Test func `is refused with what leads nowhere, in a circle or out of range`() {
    var child = SourceTree.stump(.atMost(0))
    child.nodes[0].fails = 3
    var circle = SourceTree.stump(.atMost(0))
    circle.nodes[0].passes = 0
    var column = SourceTree.stump(.atMost(0))
    column.nodes[0].column = 1 << 24
    var leaf = SourceTree.stump(.atMost(0))
    leaf.votes[1].leaf = -1
    var score = SourceTree.stump(.atMost(0))
    score.votes[0].score = 1
    let broken: [(SourceTree, TreeFault)] = [
      (SourceTree(nodes: [], votes: []), .empty(tree: 1)), (child, .child(tree: 1, node: 0)),
      (circle, .reachedTwice(tree: 1, node: 0)), (column, .column(tree: 1, node: 0)),
      (leaf, .vote(tree: 1, vote: 1)), (score, .vote(tree: 1, vote: 0)),
    ]
    for (tree, fault) in broken {
      #expect(throws: fault) {
        try CompiledTrees<Float, Float>(
          [.stump(.atMost(0)), tree], sums: TreeSums(scoreCount: 1))
      }
    }
  }
}

extension SourceTree {
  /// One test over the column 0: rows that pass get 1, the others 2.
  static func stump(_ test: Test, missing: Missing = .fails) -> SourceTree {
    SourceTree(
      nodes: [
        Node(test: test, column: 0, passes: 1, fails: 2, missing: missing), .leaf, .leaf,
      ],
      votes: [Vote(leaf: 1, score: 0, weight: 1), Vote(leaf: 2, score: 0, weight: 2)])
  }
}

extension CompiledTrees {
  /// The scores of rows that lie one after the other.
  func scores(_ cells: [Feature], columns: Int) throws -> [Sum] {
    let tensor = Tensor(Feature.elements(cells), shape: [cells.count / columns, columns])
    return try scores(tensor, node: "trees")
  }
}
