import Testing

@testable import Learners

/// Counted by hand: features of sets stand after the columns, by column, in the order in which tests ask
/// for them.
@Suite struct `Trees that are written` {
  @Test func `ask for a set in one feature, whichever node asks`() throws {
    let asked: [(column: Int, set: Set<Int>, missing: SourceTree.Missing)] = [
      (3, [1, 2], .fails), (3, [2], .fails), (1, [2], .fails), (3, [2, 1], .fails),
      (3, [1, 2], .passes),
    ]
    let trees = asked.map { column, set, missing in
      var tree = SourceTree.stump(.member(set), missing: missing)
      tree.nodes[0].column = column
      return tree
    }
    let written = WrittenTrees(trees, sums: TreeSums(scoreCount: 1), columnCount: 4)
    let attributes = written.lists.attributes(bases: [])
    guard
      case .ints(let features)? = attributes.first(where: { $0.name == "nodes_featureids" })?
        .content
    else {
      Issue.record("there is no list of features")
      return
    }
    #expect(stride(from: 0, to: features.count, by: 3).map { features[$0] } == [5, 6, 4, 5, 7])
    #expect(written.memberships[3]?.map(\.categories) == [[1, 2], [2], [1, 2]])
    #expect(written.memberships[1]?.map(\.hasMissing) == [false])
  }
}
