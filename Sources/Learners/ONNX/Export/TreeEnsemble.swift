/// Trees whose answers are added up.
struct TreeEnsemble: Sendable {
  let binner: FittedColumnBinner
  let trees: [Tree]
  /// The scores of a row before the first tree; one for each score.
  let baseline: [Double]
  /// What every leaf's answer and the baseline are multiplied by: 1 over the number of trees in a
  /// forest.
  let scale: Double
  /// Whether a leaf answers all scores at once; otherwise tree *i* answers score *i* mod their number.
  let leavesAnswerAll: Bool

  /// How many scores a row has.
  var scoreCount: Int { baseline.count }
  /// What the scores begin with in ONNX.
  var bases: [Float] {
    let sums = ExactSums(self)
    return baseline.enumerated().map { sums.rounded($1, score: $0) }
  }

  /// The scores that a tree answers.
  func scores(ofTree number: Int) -> Range<Int> {
    if leavesAnswerAll { return 0..<scoreCount }
    let score = number % scoreCount
    return score..<score + 1
  }

  /// The trees as ONNX lists them, over these features.
  func lists(_ features: TreeFeatures) -> TreeLists {
    var lists = TreeLists(targetCount: scoreCount)
    let sums = ExactSums(self)
    for (number, tree) in trees.enumerated() {
      for (index, node) in tree.nodes.enumerated() {
        if node.isLeaf {
          let scores = scores(ofTree: number)
          let first = Int(node.next) * scores.count
          lists.addLeaf(
            tree: number, node: index, firstTarget: scores.lowerBound,
            weights: zip(tree.values[first..<first + scores.count], scores).map(sums.rounded))
        } else {
          add(node, index, tree, number, to: &lists, features)
        }
      }
    }
    // An operator without a node is none.
    if trees.isEmpty { lists.addLeaf(tree: 0, node: 0, firstTarget: 0, weights: [0]) }
    return lists
  }

  private func add(
    _ node: Tree.Node, _ index: Int, _ tree: Tree, _ number: Int, to lists: inout TreeLists,
    _ features: TreeFeatures
  ) {
    let (left, right) = (Int(node.next), Int(node.next) + 1)
    let feature = features.feature(of: node, in: tree)
    if node.set >= 0 {
      // What is up to one half is 0: not in the set, so it goes right.
      lists.addTest(
        tree: number, node: index, feature: feature, threshold: 0.5, passes: right, fails: left,
        missingPasses: false)
    } else {
      lists.addTest(
        tree: number, node: index, feature: feature, threshold: Double(node.threshold),
        passes: left, fails: right, missingPasses: node.missingGoesLeft)
    }
  }
}
