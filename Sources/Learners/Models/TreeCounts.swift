/// How large the trees of a model are.
public struct TreeCounts: Sendable, Equatable {
  /// How many trees.
  public private(set) var count = 0
  /// How many leaves all of them have together.
  public private(set) var leafCount = 0
  /// The most tests that a row passes in one tree.
  public private(set) var depth = 0

  /// Counts trees.
  ///
  /// A broken file may lead back to a node, out of the tree or into another one: such a way is not
  /// followed.
  ///
  /// - Parameters:
  ///   - roots: The nodes at which rows begin, one for each tree.
  ///   - nodes: The numbers of all nodes.
  ///   - children: The nodes below a node; `nil` for a leaf.
  /// - Complexity: O(*n*) time and memory in the roots and the nodes that they lead to.
  mutating func add(roots: [Int], nodes: Range<Int>, children: (Int) -> (Int, Int)?) {
    var isSeen = [Bool](repeating: false, count: nodes.count)
    count += roots.count
    for root in roots {
      var open = [(node: root, depth: 0)]
      while let (node, depth) = open.popLast() {
        guard nodes.contains(node), !isSeen[node - nodes.lowerBound] else { continue }
        isSeen[node - nodes.lowerBound] = true
        self.depth = max(self.depth, depth)
        guard let (one, other) = children(node) else {
          leafCount += 1
          continue
        }
        open.append((one, depth + 1))
        open.append((other, depth + 1))
      }
    }
  }

  /// Counts trees that are ready to be compiled.
  mutating func add(_ trees: [SourceTree]) {
    for tree in trees {
      add(roots: [0], nodes: tree.nodes.indices) { place in
        let node = tree.nodes[place]
        if case .leaf = node.test { return nil }
        return (node.passes, node.fails)
      }
    }
  }
}
