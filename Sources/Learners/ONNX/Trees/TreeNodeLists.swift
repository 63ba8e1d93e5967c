/// The trees of a node as ONNX lists them: one list for each thing that is said of all tree nodes.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsembleRegressor` and `TreeEnsembleClassifier`.
struct TreeNodeLists {
  let trees: [Int64]
  let ids: [Int64]
  let columns: [Int64]
  let modes: [Mode]
  let thresholds: [Double]
  /// Where rows go of which the test is true, and the others.
  let passes: [Int64]
  let fails: [Int64]
  let missingPasses: [Bool]
  let votes: Votes
  /// What each score gets in the end.
  let bases: [Double]
  /// What the lists of votes are called: `target` for regressors, `class` for classifiers.
  let voteKind: String

  /// What leaves say: each vote is of a leaf, for a score.
  struct Votes {
    let trees: [Int64]
    let ids: [Int64]
    let scores: [Int64]
    let weights: [Double]
  }

  /// How a row's number is compared with the threshold.
  enum Mode: String {
    case atMost = "BRANCH_LEQ"
    case less = "BRANCH_LT"
    case atLeast = "BRANCH_GTE"
    case greater = "BRANCH_GT"
    case equal = "BRANCH_EQ"
    case notEqual = "BRANCH_NEQ"
    case leaf = "LEAF"
  }

  /// - Parameters:
  ///   - attributes: Of the node.
  ///   - voteKind: `target` for regressors, `class` for classifiers.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for a list that is absent or of another length;
  ///   ``LearnerError/unsupportedONNX(_:)`` for a mode that is not known.
  init(_ attributes: inout ONNXNodeAttributes, voteKind: String) throws(LearnerError) {
    self.voteKind = voteKind
    trees = try attributes.ints("nodes_treeids", count: nil)
    let count = trees.count
    if trees.isEmpty { throw attributes.misfit("nodes_treeids") }
    ids = try attributes.ints("nodes_nodeids", count: count)
    columns = try attributes.ints("nodes_featureids", count: count)
    thresholds = try attributes.numbers("nodes_values", count: count)
    passes = try attributes.ints("nodes_truenodeids", count: count)
    fails = try attributes.ints("nodes_falsenodeids", count: count)
    modes = try Self.modes(&attributes, count: count)
    missingPasses =
      try attributes.ints("nodes_missing_value_tracks_true").map { $0.map { $0 != 0 } } ?? []
    // How often rows came by: nothing that scores needs it.
    _ = try attributes.numbers("nodes_hitrates")
    guard missingPasses.isEmpty || missingPasses.count == count else {
      throw attributes.misfit("nodes_missing_value_tracks_true")
    }
    bases = try attributes.numbers("base_values") ?? []
    let voteTrees = try attributes.ints("\(voteKind)_treeids", count: nil)
    votes = Votes(
      trees: voteTrees, ids: try attributes.ints("\(voteKind)_nodeids", count: voteTrees.count),
      scores: try attributes.ints("\(voteKind)_ids", count: voteTrees.count),
      weights: try attributes.numbers("\(voteKind)_weights", count: voteTrees.count))
  }

  /// The list that a fault of the trees is in.
  func listName(_ fault: TreeFault) -> String {
    switch fault {
    case .empty, .tooMany: "nodes_treeids"
    case .child, .reachedTwice: "nodes_truenodeids"
    case .column: "nodes_featureids"
    case .vote: "\(voteKind)_ids"
    }
  }

  private static func modes(
    _ attributes: inout ONNXNodeAttributes, count: Int
  ) throws(LearnerError) -> [Mode] {
    let names = try attributes.required(try attributes.strings("nodes_modes"), "nodes_modes")
    guard names.count == count else { throw attributes.misfit("nodes_modes") }
    var modes: [Mode] = []
    modes.reserveCapacity(count)
    // Most tests are of one mode, and telling two texts equal is faster than looking one up.
    var test = (name: Mode.atMost.rawValue, mode: Mode.atMost)
    for name in names {
      if name == Mode.leaf.rawValue {
        modes.append(.leaf)
        continue
      }
      if name != test.name {
        guard let mode = Mode(rawValue: name) else {
          throw .unsupportedONNX(.attribute("nodes_modes", value: name, node: attributes.node))
        }
        test = (name, mode)
      }
      modes.append(test.mode)
    }
    return modes
  }
}
