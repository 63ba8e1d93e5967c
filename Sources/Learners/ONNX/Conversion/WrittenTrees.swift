/// Trees as the lists of an ONNX node, and the features that they ask for beside the columns: for each set of
/// categories that some test asks for, whether a row's category is in it.
struct WrittenTrees {
  /// A set of categories, and whether a missing one counts as in it.
  struct Membership: Hashable {
    let categories: Set<Int>
    let hasMissing: Bool
  }

  private(set) var lists: TreeLists
  /// The columns in which 0 is as good as missing.
  private(set) var zeroColumns: Set<Int> = []
  /// The sets that each column is asked for, in the order of their features.
  private(set) var memberships: [Int: [Membership]] = [:]
  /// For each column the places of its sets among ``memberships``.
  private var places: [Int: [Membership: Int]] = [:]
  /// For each column the feature of its first set.
  private var firstFeatures: [Int: Int] = [:]
  let columnCount: Int

  init(_ trees: [SourceTree], sums: TreeSums, columnCount: Int) {
    self.columnCount = columnCount
    lists = TreeLists(targetCount: sums.scoreCount)
    for tree in trees { look(at: tree) }
    var feature = columnCount
    for column in memberships.keys.sorted() {
      firstFeatures[column] = feature
      feature += memberships[column]?.count ?? 0
    }
    for (number, tree) in trees.enumerated() { add(tree, number: number) }
    // An operator without a node is none.
    if trees.isEmpty { lists.addLeaf(tree: 0, node: 0, votes: [(0, 0)]) }
  }

  private mutating func look(at tree: SourceTree) {
    for node in tree.nodes {
      if node.missing == .orZeroPasses || node.missing == .orZeroFails, !node.isLeaf {
        zeroColumns.insert(node.column)
      }
      if let membership = node.membership { look(for: membership, in: node.column) }
    }
  }

  private mutating func look(for membership: Membership, in column: Int) {
    let place = memberships[column]?.count ?? 0
    guard places[column]?[membership] == nil else { return }
    places[column, default: [:]][membership] = place
    memberships[column, default: []].append(membership)
  }

  /// Where a set of categories stands among the features.
  private func feature(_ membership: Membership, of column: Int) -> Int {
    (firstFeatures[column] ?? 0) + (places[column]?[membership] ?? 0)
  }

  private mutating func add(_ tree: SourceTree, number: Int) {
    let votes = Dictionary(grouping: tree.votes, by: \.leaf)
    for (index, node) in tree.nodes.enumerated() {
      switch node.test {
      case .leaf:
        let ofLeaf = votes[index]?.map { (target: $0.score, weight: $0.weight) }
        lists.addLeaf(tree: number, node: index, votes: ofLeaf ?? [(0, 0)])
      case .atMost(let threshold): add(node, .atMost, threshold, tree: number, index)
      case .less(let threshold): add(node, .less, threshold, tree: number, index)
      case .equal(let value): add(node, .equal, value, tree: number, index)
      case .member:
        guard let membership = node.membership else { continue }
        // A row that is in the set has 1, which is above one half.
        lists.addTest(
          tree: number, node: index, feature: feature(membership, of: node.column),
          threshold: 0.5, passes: node.fails, fails: node.passes, missingPasses: false)
      }
    }
  }

  private mutating func add(
    _ node: SourceTree.Node, _ mode: TreeNodeLists.Mode, _ threshold: Double, tree: Int,
    _ index: Int
  ) {
    lists.addTest(
      tree: tree, node: index, mode, feature: node.column, threshold: threshold,
      passes: node.passes, fails: node.fails, missingPasses: node.missingPasses)
  }
}

extension SourceTree.Node {
  fileprivate var isLeaf: Bool { if case .leaf = test { true } else { false } }

  /// What a membership test asks for.
  fileprivate var membership: WrittenTrees.Membership? {
    guard case .member(let categories) = test else { return nil }
    return WrittenTrees.Membership(categories: categories, hasMissing: missingPasses)
  }

  /// Whether a missing number passes.
  fileprivate var missingPasses: Bool {
    switch missing {
    case .passes, .orZeroPasses: true
    case .fails, .orZeroFails: false
    case .isZero:
      switch test {
      case .leaf: true
      case .atMost(let threshold): 0 <= threshold
      case .less(let threshold): 0 < threshold
      case .equal(let number): number == 0
      case .member(let categories): categories.contains(0)
      }
    }
  }
}
