/// The nodes of trees, tree by tree, children side by side after their parent.
struct TreeNodes<Feature: TreeNumber>: Sendable {
  let nodes: [TreeNode<Feature>]
  /// The node that each tree begins with.
  let roots: [Int32]
  /// What membership tests ask for, by number.
  let sets: [Set<Int>]
  /// The number of each leaf, counted through all trees, those of rows that pass first; -1 for a test.
  let leaves: [Int32]
  /// The first leaf of each tree, and after the last tree how many there are.
  let firstLeaves: [Int32]
  /// Rows need as many columns, at least one.
  let columnCount: Int
  /// Whether all nodes are plain.
  let arePlain: Bool

  /// Where the nodes of a tree are.
  func places(ofTree tree: Int) -> Range<Int> {
    Int(roots[tree])..<(tree + 1 < roots.count ? Int(roots[tree + 1]) : nodes.count)
  }
}
