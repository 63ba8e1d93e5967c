internal import Registry

extension PickledObject {
  /// The tree of a `TreePredictor`, whose leaves vote for one score.
  func histogramTree(score: Int) throws(LearnerError) -> SourceTree {
    guard let array = file.document.array(at: try reference("nodes")) else {
      throw misfit("nodes")
    }
    try file.charge(array.count, of: 64)
    let (left, right) = (try column("left", of: array), try column("right", of: array))
    let features = try column("feature_idx", of: array)
    let missing = try column("missing_go_to_left", of: array)
    let (isLeaf, values) = (try column("is_leaf", of: array), try column("value", of: array))
    let tests = try histogramTests(array)
    var tree = SourceTree(nodes: [], votes: [])
    for index in left.indices {
      guard isLeaf[index] == 0 else {
        tree.nodes.append(.leaf)
        tree.votes.append(SourceTree.Vote(leaf: index, score: score, weight: values[index]))
        continue
      }
      tree.nodes.append(
        SourceTree.Node(
          test: tests[index], column: Int(exactly: features[index]) ?? -1,
          passes: Int(exactly: left[index]) ?? -1, fails: Int(exactly: right[index]) ?? -1,
          missing: missing[index] == 0 ? .fails : .passes))
    }
    return tree
  }

  /// What each node asks for: numbers up to a threshold, or one of a set of categories.
  private func histogramTests(_ nodes: NumpyArray) throws(LearnerError) -> [SourceTree.Test] {
    var tests = try column("num_threshold", of: nodes).map(SourceTree.Test.atMost)
    let sets = try categorySets()
    guard !sets.isEmpty else { return tests }
    let setIndices = try column("bitset_idx", of: nodes)
    for (index, flag) in try column("is_categorical", of: nodes).enumerated() where flag != 0 {
      guard let set = Int(exactly: setIndices[index]), sets.indices.contains(set) else {
        throw misfit("raw_left_cat_bitsets")
      }
      tests[index] = .member(sets[set])
    }
    return tests
  }

  /// The sets of categories that go left: 256 bits each, in eight words.
  private func categorySets() throws(LearnerError) -> [Set<Int>] {
    let words = try matrix("raw_left_cat_bitsets").numbers
    guard words.count.isMultiple(of: 8) else { throw misfit("raw_left_cat_bitsets") }
    var sets: [Set<Int>] = []
    for start in stride(from: 0, to: words.count, by: 8) {
      let categories = (0..<256).filter { category in
        let word = UInt32(exactly: words[start + category / 32]) ?? 0
        return word >> UInt32(category % 32) & 1 == 1
      }
      // A set takes far more room than its bits do.
      try file.charge(categories.count)
      sets.append(Set(categories))
    }
    return sets
  }
}
