/// Trees made ready to score: every node is reached once, every number that rows are looked up by is
/// in range.
///
/// Rows are compared in the precision of `Feature`, and votes added in the precision of `Sum`: two
/// `Float`s for what ONNX and XGBoost compute, two `Double`s for LightGBM, and for the forests of
/// scikit-learn `Float` and `Double`.
struct CompiledTrees<Feature: TreeNumber, Sum: TreeNumber>: Sendable {
  /// What a leaf adds to a score.
  struct Vote: Sendable {
    let score: Int32
    let weight: Sum
  }

  let nodes: [TreeNode<Feature>]
  /// The node that each tree begins with.
  let roots: [Int32]
  /// What membership tests ask for, by number.
  let sets: [Set<Int>]
  /// Where the votes of each node begin, and after the last node where they end.
  let starts: [Int32]
  /// The votes of all leaves, node by node.
  let votes: [Vote]
  let sums: TreeSums
  /// Rows need as many columns, at least one.
  let columnCount: Int

  /// - Parameters:
  ///   - trees: What the file says.
  ///   - sums: What becomes of the votes.
  /// - Throws: ``TreeFault``.
  /// - Complexity: O(nodes + votes).
  init(_ trees: [SourceTree], sums: TreeSums) throws(TreeFault) {
    var layout = TreeLayout<Feature>(capacity: trees.reduce(0) { $0 + $1.nodes.count })
    var counts: [Int32] = []
    var leaves: [(place: Int32, vote: SourceTree.Vote)] = []
    for (number, tree) in trees.enumerated() {
      try layout.add(tree, number: number)
      for (index, vote) in tree.votes.enumerated() {
        guard layout.hasNode(vote.leaf), (0..<sums.scoreCount).contains(vote.score) else {
          throw .vote(tree: number, vote: index)
        }
        if let place = layout.leaf(vote.leaf) { leaves.append((place, vote)) }
      }
    }
    guard leaves.count < Int(Int32.max) else { throw .tooMany }
    counts = Array(repeating: 0, count: layout.nodes.count + 1)
    for (place, _) in leaves { counts[Int(place) + 1] += 1 }
    for node in layout.nodes.indices { counts[node + 1] += counts[node] }
    starts = counts
    var votes = [Vote](repeating: Vote(score: 0, weight: 0), count: leaves.count)
    for (place, vote) in leaves {
      votes[Int(counts[Int(place)])] = Vote(
        score: Int32(vote.score), weight: Sum(vote.weight))
      counts[Int(place)] += 1
    }
    self.votes = votes
    self.sums = sums
    (nodes, roots, sets) = (layout.nodes, layout.roots, layout.sets)
    columnCount = layout.columnCount
  }
}
