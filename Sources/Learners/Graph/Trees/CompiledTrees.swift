/// Trees made ready to score: every node is reached once, every number that rows are looked up by is
/// in range.
struct CompiledTrees: Sendable {
  /// A test, or a leaf, in sixteen bytes.
  struct Node: Sendable {
    /// Numbers up to here pass; or, where ``isEquality``, just this one.
    var threshold = Float.infinity
    var column: Int32 = 0
    /// Where rows go that pass; the others go to the node after it. A leaf passes all to itself.
    var next: Int32
    var missingPasses = true
    var isEquality = false
  }

  /// What a leaf adds to a score.
  struct Vote: Sendable {
    let score: Int32
    let weight: Float
  }

  let nodes: [Node]
  /// The node that each tree begins with.
  let roots: [Int32]
  /// Where the votes of each node begin, and after the last node where they end.
  let starts: [Int32]
  /// The votes of all leaves, node by node.
  let votes: [Vote]
  /// Rows need as many columns, at least one.
  let columnCount: Int
  /// Whether some node asks for one number only.
  let hasEqualities: Bool

  /// - Parameters:
  ///   - lists: What the file says.
  ///   - attributes: Of the node, for errors.
  ///   - scoreCount: How many scores a row has.
  ///   - voteKind: What the lists of votes are called.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for a child that is not there or that is reached twice, a
  ///   column below 0, a threshold that is no number, and a vote of no leaf or for no score.
  /// - Complexity: O(nodes + votes) expected.
  init(
    _ lists: TreeNodeLists, _ attributes: ONNXNodeAttributes, scoreCount: Int, voteKind: String
  ) throws(LearnerError) {
    let compiler = try TreeCompiler(lists, attributes)
    (nodes, roots) = (compiler.nodes, compiler.roots)
    columnCount = 1 + nodes.reduce(0) { max($0, Int($1.column)) }
    hasEqualities = nodes.contains(where: \.isEquality)
    var counts = [Int32](repeating: 0, count: nodes.count + 1)
    var places: [Int32?] = []
    for (index, score) in lists.votes.scores.enumerated() {
      guard (0..<Int64(scoreCount)).contains(score) else {
        throw attributes.misfit("\(voteKind)_ids")
      }
      let source = compiler.index.node(lists.votes.ids[index], ofTree: lists.votes.trees[index])
      guard let source else { throw attributes.misfit("\(voteKind)_nodeids") }
      // onnxruntime passes over what is said of nodes that are no leaves.
      let place = lists.modes[source] == .leaf ? compiler.places[source] : nil
      places.append(place)
      if let place { counts[Int(place) + 1] += 1 }
    }
    for node in nodes.indices { counts[node + 1] += counts[node] }
    starts = counts
    var votes = [Vote](repeating: Vote(score: 0, weight: 0), count: Int(starts[nodes.count]))
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      votes[Int(counts[Int(place)])] = Vote(
        score: Int32(lists.votes.scores[index]), weight: lists.votes.weights[index])
      counts[Int(place)] += 1
    }
    self.votes = votes
  }
}
