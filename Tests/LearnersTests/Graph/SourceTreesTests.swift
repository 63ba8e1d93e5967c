import Testing

@testable import Learners

@Suite struct `The source trees of compiled ones` {
  /// A tree with every kind of test, worked out by hand: 2.5 ≥ column 0 or not, then memberships and
  /// equality.
  private static let tree = SourceTree(
    nodes: [
      .init(test: .atMost(2.5), column: 0, passes: 1, fails: 2, missing: .passes),
      .init(test: .member([1, 3]), column: 1, passes: 3, fails: 4, missing: .fails),
      .init(test: .less(7), column: 0, passes: 5, fails: 6, missing: .orZeroFails),
      .leaf, .leaf, .leaf, .leaf,
    ],
    votes: [
      .init(leaf: 3, score: 0, weight: 1), .init(leaf: 4, score: 0, weight: 2),
      .init(leaf: 5, score: 0, weight: 4), .init(leaf: 6, score: 0, weight: 8),
    ])

  @Test func `answer the same when they are compiled again`() throws {
    let trees = try CompiledTrees<Double, Double>([Self.tree], sums: TreeSums(scoreCount: 1))
    let again = try CompiledTrees<Double, Double>(trees.sourceTrees, sums: trees.sums)
    let cells: [Double] = [
      2, 1, 2.5, 2, .nan, 3, 0, .nan, 3, 0, 7, 1, 6.999, 1, .infinity, 0, -.infinity, 1,
    ]
    let rows = Tensor(.doubles(cells), shape: [9, 2])
    let expected: [Double] = [1, 2, 1, 2, 4, 8, 4, 8, 1]
    #expect(try trees.scores(rows, node: "trees") == expected)
    #expect(try again.scores(rows, node: "trees") == expected)
  }

  @Test func `keep several votes of a leaf in their order`() throws {
    let leaf = SourceTree(
      nodes: [.leaf],
      votes: [.init(leaf: 0, score: 1, weight: 3), .init(leaf: 0, score: 0, weight: 5)])
    let trees = try CompiledTrees<Float, Float>([leaf], sums: TreeSums(scoreCount: 2))
    let votes = trees.sourceTrees[0].votes
    #expect(votes.map(\.score) == [1, 0])
    #expect(votes.map(\.weight) == [3, 5])
  }

  @Test func `say that nothing passes where no number is below a threshold`() throws {
    let tree = SourceTree(
      nodes: [
        .init(test: .less(-.infinity), column: 0, passes: 1, fails: 2, missing: .fails), .leaf,
        .leaf,
      ], votes: [.init(leaf: 1, score: 0, weight: 1)])
    let trees = try CompiledTrees<Float, Float>([tree], sums: TreeSums(scoreCount: 1))
    guard case .less(-.infinity) = trees.sourceTrees[0].nodes[0].test else {
      Issue.record("another test")
      return
    }
  }
}
