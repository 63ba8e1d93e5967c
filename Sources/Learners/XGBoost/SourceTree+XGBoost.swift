extension SourceTree {
  /// A tree of XGBoost.
  ///
  /// - Parameters:
  ///   - tree: Its lists, one entry a node.
  ///   - places: Where each feature stands among the columns that are looked up.
  ///   - score: Which score its leaves add to.
  ///   - factor: What leaves are multiplied by, in single precision.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``, or ``LearnerError/unsupportedModel(_:reason:supported:)``
  ///   for leaves of several numbers.
  /// - Complexity: O(nodes).
  init(
    xgboost tree: XGBoostObject, places: [Int], score: Int, factor: Float?
  ) throws(LearnerError) {
    let parameters = try tree.object("tree_param")
    guard try parameters.count("size_leaf_vector") ?? 1 <= 1 else {
      throw .unsupportedModel(
        .xgboost, reason: "its leaves hold several numbers (multi_output_tree)", supported: [])
    }
    let lists = try XGBoostTreeLists(tree, featureCount: places.count)
    nodes = []
    votes = []
    nodes.reserveCapacity(lists.left.count)
    for node in lists.left.indices {
      if lists.left[node] < 0 {
        let weight = Float(lists.conditions[node])
        guard weight.isFinite else { throw tree.misfit("split_conditions", "finite in leaves") }
        votes.append(
          Vote(leaf: node, score: score, weight: Double(factor.map { weight * $0 } ?? weight)))
        nodes.append(.leaf)
      } else {
        nodes.append(try lists.test(node, column: places[lists.columns[node]]))
      }
    }
  }
}

/// The lists of a tree of XGBoost, one entry a node, checked for their lengths.
///
/// Source: XGBoost's `doc/model.schema` and `src/tree/tree_model.cc`.
private struct XGBoostTreeLists {
  let tree: XGBoostObject
  /// The children; -1 in a leaf.
  let left: [Int]
  let right: [Int]
  let columns: [Int]
  /// Thresholds, and in leaves what they add.
  let conditions: [Double]
  /// Whether rows without a number go to the left: 0 or 1.
  let defaultLeft: [Int]
  /// The categories that go to the right, of the nodes that ask for some.
  let categories: [Int: Set<Int>]

  init(_ tree: XGBoostObject, featureCount: Int) throws(LearnerError) {
    self.tree = tree
    left = try tree.whole("left_children")
    right = try tree.whole("right_children")
    columns = try tree.whole("split_indices")
    conditions = try tree.numbers("split_conditions")
    defaultLeft = try tree.whole("default_left")
    let lengths = [right.count, columns.count, conditions.count, defaultLeft.count]
    let length = left.count
    guard length > 0, lengths.allSatisfy({ $0 == length }) else {
      throw tree.misfit("left_children", "as long as the other lists")
    }
    for (node, column) in columns.enumerated() where left[node] >= 0 {
      guard (0..<featureCount).contains(column) else {
        throw tree.misfit("split_indices", "a list of features")
      }
    }
    categories = try Self.categories(of: tree)
  }

  /// Rows that pass go to the left, but where categories are asked for to the right.
  func test(_ node: Int, column: Int) throws(LearnerError) -> SourceTree.Node {
    let goesLeft = defaultLeft[node] != 0
    if let set = categories[node] {
      return SourceTree.Node(
        test: .member(set), column: column, passes: right[node], fails: left[node],
        missing: goesLeft ? .fails : .passes)
    }
    let threshold = Float(conditions[node])
    guard !threshold.isNaN else { throw tree.misfit("split_conditions", "a number everywhere") }
    return SourceTree.Node(
      test: .less(Double(threshold)), column: column, passes: left[node], fails: right[node],
      missing: goesLeft ? .passes : .fails)
  }

  /// Each node's categories are a part of one list, after that of the node before.
  private static func categories(
    of tree: XGBoostObject
  ) throws(LearnerError) -> [Int: Set<Int>] {
    guard tree.has("split_type"), try tree.whole("split_type").contains(1) else { return [:] }
    let all = try tree.whole("categories")
    let starts = try tree.whole("categories_segments")
    let sizes = try tree.whole("categories_sizes")
    let nodes = try tree.whole("categories_nodes")
    guard all.allSatisfy({ $0 >= 0 }), starts.count == nodes.count, sizes.count == nodes.count
    else { throw tree.misfit("categories", "what its nodes ask for") }
    var sets: [Int: Set<Int>] = [:]
    var end = 0
    for (index, node) in nodes.enumerated() {
      guard starts[index] == end, (0...(all.count - end)).contains(sizes[index]) else {
        throw tree.misfit("categories_segments", "in order")
      }
      sets[node] = Set(all[end..<(end + sizes[index])])
      end += sizes[index]
    }
    return sets
  }
}
