extension TreeNodeLists {
  /// The trees, in the order of the file.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for a node that is listed twice, a child that is not there, a
  ///   threshold that is no number, and a vote of no node.
  func sourceTrees(_ attributes: ONNXNodeAttributes) throws(LearnerError) -> [SourceTree] {
    let index = try TreeNodeIndex(self, attributes)
    var sources: [SourceTree] = []
    for tree in index.trees.indices {
      var nodes: [SourceTree.Node] = []
      nodes.reserveCapacity(index.trees[tree].count)
      for place in index.trees[tree] { nodes.append(try node(place, of: tree, index, attributes)) }
      guard SourceTree.joinEqualities(&nodes) else { throw attributes.misfit("nodes_falsenodeids") }
      sources.append(SourceTree(nodes: nodes, votes: []))
    }
    for (vote, id) in votes.ids.enumerated() {
      guard let tree = index.tree(votes.trees[vote]), let node = index.node(id, inRun: tree)
      else { throw attributes.misfit("\(voteKind)_nodeids") }
      sources[tree].votes.append(
        SourceTree.Vote(
          leaf: node - index.trees[tree].lowerBound, score: Int(votes.scores[vote]),
          weight: votes.weights[vote]))
    }
    return sources
  }

  private func node(
    _ place: Int, of tree: Int, _ index: TreeNodeIndex, _ attributes: ONNXNodeAttributes
  ) throws(LearnerError) -> SourceTree.Node {
    let mode = modes[place]
    if mode == .leaf { return .leaf }
    guard let passing = index.node(passes[place], inRun: tree) else {
      throw attributes.misfit("nodes_truenodeids")
    }
    guard let failing = index.node(fails[place], inRun: tree) else {
      throw attributes.misfit("nodes_falsenodeids")
    }
    guard !thresholds[place].isNaN else { throw attributes.misfit("nodes_values") }
    let root = index.trees[tree].lowerBound
    let missingPasses = missingPasses.isEmpty ? false : missingPasses[place]
    return mode.node(
      thresholds[place], column: Int(columns[place]), passes: passing - root,
      fails: failing - root, missingPasses: missingPasses)
  }
}

extension TreeNodeLists.Mode {
  /// A node with a test of this mode: numbers that are missing are sent either way by all tests alike,
  /// but what is not a number is unlike every number.
  func node(
    _ threshold: Double, column: Int, passes: Int, fails: Int, missingPasses: Bool
  ) -> SourceTree.Node {
    let node = SourceTree.Node(
      test: test(threshold), column: column, passes: passes, fails: fails,
      missing: missingPasses ? .passes : .fails)
    switch self {
    case .atLeast, .greater, .notEqual: return opposite(node)
    case .atMost, .less, .equal, .leaf: return node
    }
  }

  /// The test of a mode, or of its opposite.
  private func test(_ threshold: Double) -> SourceTree.Test {
    switch self {
    case .leaf: .leaf
    case .atMost, .greater: .atMost(threshold)
    case .less, .atLeast: .less(threshold)
    case .equal, .notEqual: .equal(threshold)
    }
  }

  /// The node whose test passes what this one's does not.
  private func opposite(_ node: SourceTree.Node) -> SourceTree.Node {
    var node = node
    swap(&node.passes, &node.fails)
    node.missing = self == .notEqual || node.missing == .passes ? .fails : .passes
    return node
  }
}
