/// The trees of a node as ONNX lists them since operator set 5 of `ai.onnx.ml`: one list for each thing that
/// is said of all tests, and others for all leaves.
///
/// Source: ONNX operators, `ai.onnx.ml.TreeEnsemble`.
struct TreeSplitLists {
  let roots: [Int64]
  let columns: [Int64]
  let modes: [Int64]
  let thresholds: [Double]
  /// Where rows go of which the test is true, and the others: the number of a test or of a leaf.
  let passes: Branch
  let fails: Branch
  let missingPasses: [Int64]
  /// For each test of membership in turn what it asks for.
  let sets: [Set<Int>]
  let targets: [Int64]
  let weights: [Double]

  struct Branch {
    let name: String
    let ids: [Int64]
    let areLeaves: [Int64]

    init(
      _ kind: String, _ attributes: inout ONNXNodeAttributes, count: Int
    ) throws(LearnerError) {
      name = "nodes_\(kind)nodeids"
      ids = try attributes.ints(name, count: count)
      areLeaves = try attributes.ints("nodes_\(kind)leafs", count: count)
    }
  }

  /// - Throws: ``LearnerError/brokenONNX(_:)`` for a list that is absent or of another length;
  ///   ``LearnerError/unsupportedONNX(_:)`` for membership of a number with a fraction.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    roots = try attributes.ints("tree_roots", count: nil)
    columns = try attributes.ints("nodes_featureids", count: nil)
    let count = columns.count
    modes = try attributes.required(try attributes.bytes("nodes_modes"), "nodes_modes")
    let splits = try attributes.tensor("nodes_splits")
    thresholds = try attributes.required(splits, "nodes_splits").doubles(node: attributes.node)
    passes = try Branch("true", &attributes, count: count)
    fails = try Branch("false", &attributes, count: count)
    missingPasses =
      try attributes.ints("nodes_missing_value_tracks_true") ?? Array(repeating: 0, count: count)
    // How often rows came by: nothing that scores needs it.
    _ = try attributes.tensor("nodes_hitrates")
    for (name, length) in [
      ("nodes_modes", modes.count), ("nodes_splits", thresholds.count),
      ("nodes_missing_value_tracks_true", missingPasses.count),
    ] where length != count { throw attributes.misfit(name) }
    let leaves = try attributes.tensor("leaf_weights")
    weights = try attributes.required(leaves, "leaf_weights").doubles(node: attributes.node)
    targets = try attributes.ints("leaf_targetids", count: weights.count)
    let members = try attributes.tensor("membership_values")?.doubles(node: attributes.node) ?? []
    sets = try Self.sets(members, attributes)
  }

  private static func sets(
    _ members: [Double], _ attributes: ONNXNodeAttributes
  ) throws(LearnerError) -> [Set<Int>] {
    var sets: [Set<Int>] = []
    for part in members.split(omittingEmptySubsequences: false, whereSeparator: \.isNaN) {
      let numbers = part.compactMap { Int(exactly: $0) }
      guard numbers.count == part.count else {
        let other = part.first { Int(exactly: $0) == nil }.map { String($0) } ?? ""
        throw .unsupportedONNX(
          .attribute("membership_values", value: other, node: attributes.node))
      }
      sets.append(Set(numbers))
    }
    return sets
  }

  /// The list that a fault of the trees is in.
  func listName(_ fault: TreeFault) -> String {
    switch fault {
    case .empty, .tooMany: "tree_roots"
    case .child, .reachedTwice: "nodes_truenodeids"
    case .column: "nodes_featureids"
    case .vote: "leaf_targetids"
    }
  }
}
