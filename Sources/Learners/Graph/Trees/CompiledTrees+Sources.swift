extension CompiledTrees {
  /// Trees that answer the same: what these are made of, in the precision of these, less the nodes that no
  /// row reaches.
  ///
  /// - Complexity: O(nodes + votes).
  var sourceTrees: [SourceTree] {
    nodes.roots.indices.map { tree in
      let places = nodes.places(ofTree: tree)
      var source = SourceTree(nodes: [], votes: [])
      for place in places {
        if nodes.leaves[place] < 0 {
          source.nodes.append(node(nodes.nodes[place], treeStart: places.lowerBound))
          continue
        }
        source.votes += votes.ofLeaf(Int(nodes.leaves[place]), tree: tree).map {
          SourceTree.Vote(
            leaf: source.nodes.count, score: $0.score, weight: $0.weight.double)
        }
        source.nodes.append(.leaf)
      }
      return source
    }
  }

  private func node(_ node: TreeNode<Feature>, treeStart: Int) -> SourceTree.Node {
    let test: SourceTree.Test =
      switch node.kind {
      // Nothing passes a threshold that is no number, as nothing is below the lowest one.
      case .atMost:
        node.threshold.isNaN ? .less(-.infinity) : .atMost(node.threshold.double)
      case .equal: .equal(node.threshold.double)
      case .member: .member(nodes.sets[Int(node.threshold)])
      }
    let next = Int(node.next) - treeStart
    return SourceTree.Node(
      test: test, column: node.column, passes: next, fails: next + 1, missing: node.missing)
  }
}

extension LeafVotes {
  /// The votes of a leaf that is counted through all trees, in the order in which they are added.
  func ofLeaf(_ leaf: Int, tree: Int) -> [(score: Int, weight: Sum)] {
    if let width {
      return (0..<width).map { (Int(firstScores[tree]) + $0, weights[leaf * width + $0]) }
    }
    return (Int(starts[leaf])..<Int(starts[leaf + 1])).map { (Int(scores[$0]), weights[$0]) }
  }
}
