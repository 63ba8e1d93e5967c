/// Lays the nodes of trees out so that children stand side by side, after their parent.
struct TreeCompiler {
  private(set) var nodes: [CompiledTrees.Node] = []
  private(set) var roots: [Int32] = []
  /// Where each node of the file went; `nil` for one that no root leads to.
  private(set) var places: [Int32?]
  let index: TreeNodeIndex
  private let lists: TreeNodeLists
  private let attributes: ONNXNodeAttributes

  /// - Throws: ``LearnerError/brokenONNX(_:)``.
  init(_ lists: TreeNodeLists, _ attributes: ONNXNodeAttributes) throws(LearnerError) {
    self.lists = lists
    self.attributes = attributes
    index = try TreeNodeIndex(lists, attributes)
    places = Array(repeating: nil, count: lists.trees.count)
    // Each node of the file is placed once at most, so no place is larger.
    guard lists.trees.count < Int32.max else { throw attributes.misfit("nodes_treeids") }
    nodes.reserveCapacity(lists.trees.count)
    for tree in index.trees.indices { try place(tree) }
  }

  /// Places a tree, from the root down.
  private mutating func place(_ tree: Int) throws(LearnerError) {
    roots.append(Int32(nodes.count))
    var open = [(source: index.trees[tree].lowerBound, place: nodes.count)]
    nodes.append(CompiledTrees.Node(next: 0))
    while let (source, place) = open.popLast() {
      // A node with two parents, or below itself, would never come to an end.
      guard places[source] == nil else { throw attributes.misfit("nodes_truenodeids") }
      places[source] = Int32(place)
      guard lists.modes[source] != .leaf else {
        nodes[place] = CompiledTrees.Node(next: Int32(place))
        continue
      }
      let next = nodes.count
      let (node, swapped) = try test(source, next: Int32(next))
      nodes[place] = node
      nodes += [CompiledTrees.Node(next: 0), CompiledTrees.Node(next: 0)]
      let passes = try child(lists.passes[source], of: tree, "nodes_truenodeids")
      let fails = try child(lists.fails[source], of: tree, "nodes_falsenodeids")
      open.append((passes, swapped ? next + 1 : next))
      open.append((fails, swapped ? next : next + 1))
    }
  }

  private func child(_ id: Int64, of tree: Int, _ name: String) throws(LearnerError) -> Int {
    guard let child = index.node(id, inRun: tree) else { throw attributes.misfit(name) }
    return child
  }

  /// The test of a node as one of two kinds, and whether it passes what the file's test does not.
  private func test(
    _ source: Int, next: Int32
  ) throws(LearnerError) -> (CompiledTrees.Node, swapped: Bool) {
    let threshold = lists.thresholds[source]
    guard !threshold.isNaN else { throw attributes.misfit("nodes_values") }
    guard let column = Int32(exactly: lists.columns[source]), column >= 0 else {
      throw attributes.misfit("nodes_featureids")
    }
    let missing = lists.missingPasses.isEmpty ? false : lists.missingPasses[source]
    let mode = lists.modes[source]
    var node = CompiledTrees.Node(
      threshold: threshold, column: column, next: next, missingPasses: missing)
    switch mode {
    case .atMost, .greater, .leaf: break
    case .less, .atLeast:
      // No Float lies between: less is up to the one below, and nothing is up to NaN.
      node.threshold = threshold == -.infinity ? .nan : threshold.nextDown
    case .equal, .notEqual: node.isEquality = true
    }
    let swapped = mode == .atLeast || mode == .greater || mode == .notEqual
    // What is not a number is unlike every number.
    if swapped { node.missingPasses = mode == .notEqual ? false : !missing }
    return (node, swapped)
  }
}
