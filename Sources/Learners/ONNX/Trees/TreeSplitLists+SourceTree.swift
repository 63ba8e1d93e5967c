extension TreeSplitLists {
  /// The trees, in the order of their roots.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for a test that is reached twice, and a child or a set that is
  ///   not there; ``LearnerError/unsupportedONNX(_:)`` for a mode that is not known.
  func sourceTrees(_ attributes: ONNXNodeAttributes) throws(LearnerError) -> [SourceTree] {
    let tests = try tests(attributes)
    var isReached = [Bool](repeating: false, count: tests.count)
    var trees: [SourceTree] = []
    for root in roots {
      var places = [Place.test(try number(root, below: tests.count, "tree_roots", attributes))]
      var tree = SourceTree(nodes: [], votes: [])
      while tree.nodes.count < places.count {
        switch places[tree.nodes.count] {
        case .leaf(let leaf):
          tree.votes.append(
            SourceTree.Vote(
              leaf: tree.nodes.count, score: Int(targets[leaf]), weight: weights[leaf]))
          tree.nodes.append(.leaf)
        case .test(let test):
          guard !isReached[test] else { throw attributes.misfit(passes.name) }
          isReached[test] = true
          tree.nodes.append(tests[test].node(passes: places.count, fails: places.count + 1))
          places.append(try child(of: test, passes, attributes))
          places.append(try child(of: test, fails, attributes))
        }
      }
      trees.append(tree)
    }
    return trees
  }

  /// What stands at a place of a tree.
  private enum Place {
    case test(Int)
    case leaf(Int)
  }

  private func child(
    of test: Int, _ branch: Branch, _ attributes: ONNXNodeAttributes
  ) throws(LearnerError) -> Place {
    let (id, isLeaf) = (branch.ids[test], branch.areLeaves[test] != 0)
    let count = isLeaf ? weights.count : columns.count
    let number = try number(id, below: count, branch.name, attributes)
    return isLeaf ? .leaf(number) : .test(number)
  }

  private func number(
    _ id: Int64, below count: Int, _ name: String, _ attributes: ONNXNodeAttributes
  ) throws(LearnerError) -> Int {
    guard (0..<Int64(count)).contains(id) else { throw attributes.misfit(name) }
    return Int(id)
  }

  /// A test without its place in a tree.
  private struct Test {
    let mode: TreeNodeLists.Mode
    /// What is asked for instead of a comparison.
    let members: Set<Int>?
    let threshold: Double
    let column: Int
    let missingPasses: Bool

    func node(passes: Int, fails: Int) -> SourceTree.Node {
      var node = mode.node(
        threshold, column: column, passes: passes, fails: fails, missingPasses: missingPasses)
      if let members { node.test = .member(members) }
      return node
    }
  }

  private func tests(_ attributes: ONNXNodeAttributes) throws(LearnerError) -> [Test] {
    let known: [TreeNodeLists.Mode] = [.atMost, .less, .atLeast, .greater, .equal, .notEqual]
    var tests: [Test] = []
    var membershipCount = 0
    for (place, mode) in modes.enumerated() {
      let isMembership = mode == Int64(known.count)
      guard isMembership || known.indices.contains(Int(mode)) else {
        throw .unsupportedONNX(
          .attribute("nodes_modes", value: String(mode), node: attributes.node))
      }
      if isMembership { membershipCount += 1 }
      guard membershipCount <= sets.count else { throw attributes.misfit("membership_values") }
      guard isMembership || !thresholds[place].isNaN else {
        throw attributes.misfit("nodes_splits")
      }
      tests.append(
        Test(
          mode: isMembership ? .equal : known[Int(mode)],
          members: isMembership ? sets[membershipCount - 1] : nil, threshold: thresholds[place],
          column: Int(columns[place]), missingPasses: missingPasses[place] != 0))
    }
    return tests
  }
}
