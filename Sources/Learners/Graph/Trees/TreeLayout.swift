/// Lays the nodes of trees out so that children stand side by side, after their parent, and checks that
/// every node is reached once.
struct TreeLayout<Feature: TreeNumber>: ~Copyable {
  private var nodes: [TreeNode<Feature>] = []
  private var roots: [Int32] = []
  private var sets: [Set<Int>] = []
  /// The last set of those that begin with the same categories.
  private var setsByStart: [[Int]: Int] = [:]
  private var leaves: [Int32] = []
  private var firstLeaves: [Int32] = [0]
  private var columnCount = 1
  /// Where the nodes of the tree that was added last went; -1 for one that no row reaches.
  private var places: [Int32] = []

  /// How many nodes, and how many sets, a ``TreeNode`` can number exactly.
  private static var nodeLimit: Int { Int(Int32.max) }
  private static var setLimit: Int { 1 << 24 }

  init(capacity: Int) { nodes.reserveCapacity(capacity) }

  /// Adds a tree.
  ///
  /// - Throws: ``TreeFault``.
  /// - Complexity: O(nodes of the tree).
  mutating func add(_ source: SourceTree, number tree: Int) throws(TreeFault) {
    if source.nodes.isEmpty { throw .empty(tree: tree) }
    guard source.nodes.count <= (Self.nodeLimit - nodes.count) / 2 else { throw .tooMany }
    places = Array(repeating: -1, count: source.nodes.count)
    var leafCount = firstLeaves[tree]
    roots.append(Int32(nodes.count))
    var open = [(node: 0, place: nodes.count)]
    append(1)
    while let (node, place) = open.popLast() {
      guard places[node] < 0 else { throw .reachedTwice(tree: tree, node: node) }
      places[node] = Int32(place)
      let next = nodes.count
      guard let test = try test(source.nodes[node], next: Int32(next), at: (tree, node)) else {
        leaves[place] = leafCount
        leafCount += 1
        continue
      }
      nodes[place] = test
      append(2)
      // Rows that pass come first: leaves are numbered from their side.
      let children = [(source.nodes[node].fails, next + 1), (source.nodes[node].passes, next)]
      for (child, place) in children {
        guard source.nodes.indices.contains(child) else { throw .child(tree: tree, node: node) }
        open.append((child, place))
      }
    }
    firstLeaves.append(leafCount)
  }

  /// Makes place for nodes, leaves until they turn out to be tests.
  private mutating func append(_ count: Int) {
    for _ in 0..<count {
      nodes.append(.leaf(at: Int32(nodes.count)))
      leaves.append(-1)
    }
  }

  /// The number of a leaf of the tree that was added last; `nil` for what is no leaf or is not reached.
  func leaf(_ node: Int) -> Int32? {
    guard places[node] >= 0 else { return nil }
    let leaf = leaves[Int(places[node])]
    return leaf >= 0 ? leaf : nil
  }

  /// What was laid out.
  consuming func finished() -> TreeNodes<Feature> {
    TreeNodes(
      nodes: nodes, roots: roots, sets: sets, leaves: leaves, firstLeaves: firstLeaves,
      columnCount: columnCount, arePlain: nodes.allSatisfy(\.isPlain))
  }

  /// A node as it is compiled; `nil` for a leaf.
  private mutating func test(
    _ node: SourceTree.Node, next: Int32, at name: (tree: Int, node: Int)
  ) throws(TreeFault) -> TreeNode<Feature>? {
    let kind: TreeNode<Feature>.Kind
    let threshold: Feature
    switch node.test {
    case .leaf: return nil
    case .atMost(let most): (kind, threshold) = (.atMost, Feature(upTo: most))
    case .less(let limit): (kind, threshold) = (.atMost, Feature(below: limit))
    case .equal(let value):
      // What this precision cannot spell, no number is equal to.
      let nearest = Feature(value)
      (kind, threshold) = (.equal, nearest.double == value ? nearest : .nan)
    case .member(let set):
      (kind, threshold) = (.member, Feature(Double(try number(of: set))))
    }
    guard (0..<TreeNode<Feature>.columnLimit).contains(node.column) else {
      throw .column(tree: name.tree, node: name.node)
    }
    columnCount = max(columnCount, node.column + 1)
    return TreeNode(
      kind: kind, threshold: threshold, column: node.column, next: next, missing: node.missing)
  }

  /// The number of a set, which copies of it share.
  ///
  /// A hash of all categories at each node would take nodes × categories; copies are equal at a glance.
  private mutating func number(of set: Set<Int>) throws(TreeFault) -> Int {
    let start = Array(set.prefix(4))
    if let number = setsByStart[start], sets[number] == set { return number }
    guard sets.count < Self.setLimit else { throw .tooMany }
    setsByStart[start] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
