/// Trees made ready to score: every node is reached once, every number that rows are looked up by is
/// in range.
///
/// Rows are compared in the precision of `Feature`, and votes added in the precision of `Sum`: two
/// `Float`s for what ONNX and XGBoost compute, two `Double`s for LightGBM, and for the forests of
/// scikit-learn `Float` and `Double`. Each of these is compiled by itself, also for callers that do not
/// know which it is: operators are called through a protocol, and generic code is ten times slower.
struct CompiledTrees<Feature: TreeNumber, Sum: TreeNumber>: Sendable {
  let nodes: TreeNodes<Feature>
  let votes: LeafVotes<Sum>
  let sums: TreeSums
  /// The trees once more, made when there are rows enough that it pays.
  let coded: LazyCodedTrees<Feature>

  /// Rows need as many columns, at least one.
  var columnCount: Int { nodes.columnCount }

  /// - Parameters:
  ///   - trees: What the file says.
  ///   - sums: What becomes of the votes.
  /// - Throws: ``TreeFault``.
  /// - Complexity: O(nodes + votes).
  @_specialize(where Feature == Float, Sum == Float)
  @_specialize(where Feature == Float, Sum == Double)
  @_specialize(where Feature == Double, Sum == Double)
  init(_ trees: [SourceTree], sums: TreeSums) throws(TreeFault) {
    var layout = TreeLayout<Feature>(capacity: trees.reduce(0) { $0 + $1.nodes.count })
    var votes: [LeafVotes<Sum>.Vote] = []
    votes.reserveCapacity(trees.reduce(0) { $0 + $1.votes.count })
    for (number, tree) in trees.enumerated() {
      try layout.add(tree, number: number)
      for (index, vote) in tree.votes.enumerated() {
        guard tree.nodes.indices.contains(vote.leaf), (0..<sums.scoreCount).contains(vote.score)
        else { throw .vote(tree: number, vote: index) }
        guard let leaf = layout.leaf(vote.leaf) else { continue }
        votes.append(
          LeafVotes.Vote(leaf: leaf, score: Int32(vote.score), weight: Sum(vote.weight)))
      }
    }
    guard votes.count < Int(Int32.max), sums.scoreCount < Int(Int32.max) else { throw .tooMany }
    nodes = layout.finished()
    self.votes = LeafVotes(votes, firstLeaves: nodes.firstLeaves)
    self.sums = sums
    coded = LazyCodedTrees()
  }
}
