import Testing

@testable import Learners

/// Counted by hand.
@Suite struct `Lists of trees` {
  @Test func `leave out votes of 0, of which a leaf keeps one if it has no others`() {
    var lists = TreeLists(targetCount: 3)
    lists.addLeaf(tree: 0, node: 0, firstTarget: 0, weights: [0, 0.5, 0])
    lists.addLeaf(tree: 1, node: 0, firstTarget: 0, weights: [0, 0, 0])
    lists.addLeaf(tree: 2, node: 0, firstTarget: 2, weights: [-1])
    let attributes = lists.attributes(bases: [])
    func ints(_ name: String) -> [Int64] {
      guard case .ints(let ints)? = attributes.first(where: { $0.name == name })?.content else {
        return []
      }
      return ints
    }
    #expect(ints("target_treeids") == [0, 1, 2])
    #expect(ints("target_nodeids") == [0, 0, 0])
    #expect(ints("target_ids") == [1, 0, 2])
    guard case .floats(let weights)? = attributes.last?.content else {
      Issue.record("the last list is not that of weights")
      return
    }
    #expect(weights == [0.5, 0, -1])
  }
}
