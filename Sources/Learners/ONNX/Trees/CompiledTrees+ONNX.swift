extension CompiledTrees {
  /// - Parameters:
  ///   - lists: What the file says.
  ///   - attributes: Of the node, for errors.
  ///   - sums: What becomes of the votes.
  ///   - voteKind: What the lists of votes are called.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for what
  ///   ``TreeNodeLists/sourceTrees(_:voteKind:)`` refuses, a node that is reached twice, a column below 0
  ///   and a vote for no score.
  /// - Complexity: O(nodes + votes) expected.
  init(
    _ lists: TreeNodeLists, _ attributes: ONNXNodeAttributes, sums: TreeSums, voteKind: String
  ) throws(LearnerError) {
    let trees = try lists.sourceTrees(attributes, voteKind: voteKind)
    do throws(TreeFault) {
      try self.init(trees, sums: sums)
    } catch {
      throw attributes.misfit(error.listName(voteKind: voteKind))
    }
  }
}

extension TreeFault {
  /// The list that is wrong.
  fileprivate func listName(voteKind: String) -> String {
    switch self {
    case .empty, .tooMany: "nodes_treeids"
    case .child, .reachedTwice: "nodes_truenodeids"
    case .column: "nodes_featureids"
    case .vote: "\(voteKind)_ids"
    }
  }
}
