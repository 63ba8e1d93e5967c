extension TreeCounts {
  /// Counts the trees of a node, if it has any: in either form in which ONNX lists them.
  mutating func add(_ node: ONNXNode) {
    let lists = Lists(node)
    if let roots = lists["tree_roots"] {
      addTrees(from: roots, lists)
    } else if let trees = lists["nodes_treeids"], let ids = lists["nodes_nodeids"] {
      addTrees(of: trees, ids, lists)
    }
  }

  /// Nodes and leaves are counted apart: a leaf is numbered after all nodes.
  private mutating func addTrees(from roots: [Int64], _ lists: Lists) {
    guard let passes = lists["nodes_truenodeids"], let fails = lists["nodes_falsenodeids"],
      let passesToLeaf = lists["nodes_trueleafs"], let failsToLeaf = lists["nodes_falseleafs"],
      [fails, passesToLeaf, failsToLeaf].allSatisfy({ $0.count == passes.count })
    else { return }
    let leafCount = lists["leaf_targetids"]?.count ?? 0
    let place = { (number: Int64, isLeaf: Int64) in
      isLeaf == 0 ? Int(number) : passes.count.addingReportingOverflow(Int(number)).partialValue
    }
    add(roots: roots.map { Int($0) }, nodes: 0..<passes.count + leafCount) { node in
      guard node < passes.count else { return nil }
      return (place(passes[node], passesToLeaf[node]), place(fails[node], failsToLeaf[node]))
    }
  }

  /// Nodes are found by their tree and their number in it; a tree begins with its root.
  private mutating func addTrees(of trees: [Int64], _ ids: [Int64], _ lists: Lists) {
    guard let passes = lists["nodes_truenodeids"], let fails = lists["nodes_falsenodeids"],
      let modes = lists.modes,
      [ids.count, passes.count, fails.count, modes.count].allSatisfy({
        $0 == trees.count
      })
    else { return }
    var start = 0
    while start < trees.count {
      let end = trees[start...].firstIndex { $0 != trees[start] } ?? trees.count
      let places = Dictionary(zip(ids[start..<end], start..<end)) { first, _ in first }
      add(roots: [start], nodes: start..<end) { node in
        modes[node] == "LEAF" ? nil : (places[passes[node]] ?? -1, places[fails[node]] ?? -1)
      }
      start = end
    }
  }

  /// The lists of whole numbers of a node, by name.
  private struct Lists {
    private let node: ONNXNode

    init(_ node: ONNXNode) { self.node = node }

    subscript(_ name: String) -> [Int64]? {
      guard case .ints(let list)? = content(name) else { return nil }
      return list
    }

    var modes: [String]? {
      guard case .strings(let list)? = content("nodes_modes") else { return nil }
      return list
    }

    private func content(_ name: String) -> ONNXAttribute.Content? {
      node.attributes.first { $0.name == name }?.content
    }
  }
}
