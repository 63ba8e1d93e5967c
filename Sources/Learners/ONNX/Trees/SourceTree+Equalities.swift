extension SourceTree {
  /// Makes one test of membership of each chain of tests that ask a column for one whole number after the
  /// other and lead to the same node when it is there: so exporters write sets of categories, and so one
  /// node has several parents.
  ///
  /// - Parameter nodes: Of a tree, which begins at the first. Those that join the head of their chain become
  ///   leaves that nothing leads to.
  /// - Returns: Whether chains begin, and are apart.
  static func joinEqualities(_ nodes: inout [Node]) -> Bool {
    var isJoined = [Bool](repeating: false, count: nodes.count)
    for node in nodes {
      guard let next = node.next(in: nodes) else { continue }
      // A node of two chains, or the root behind another node, is reached twice.
      guard next != 0, !isJoined[next] else { return false }
      isJoined[next] = true
    }
    for place in nodes.indices where !isJoined[place] && nodes[place].next(in: nodes) != nil {
      var set: Set<Int> = []
      var last = place
      var missing = Missing.fails
      while true {
        if let category = nodes[last].category { set.insert(category) }
        if nodes[last].missing == .passes { missing = .passes }
        guard let next = nodes[last].next(in: nodes) else { break }
        last = next
      }
      nodes[place].test = .member(set)
      nodes[place].fails = nodes[last].fails
      nodes[place].missing = missing
    }
    for place in nodes.indices where isJoined[place] { nodes[place] = .leaf }
    return true
  }
}

extension SourceTree.Node {
  /// The whole number that the test asks for.
  fileprivate var category: Int? {
    guard case .equal(let number) = test else { return nil }
    return Int(exactly: number)
  }

  /// The next test of a chain, which asks the same column and leads to the same node.
  fileprivate func next(in nodes: [SourceTree.Node]) -> Int? {
    guard category != nil, nodes.indices.contains(fails) else { return nil }
    let next = nodes[fails]
    let goesOn = next.category != nil && next.column == column && next.passes == passes
    return goesOn ? fails : nil
  }
}
