internal import Registry

extension PickledObject {
  /// The nodes and values of a decision tree: its `tree_`.
  ///
  /// - Parameter width: How many columns there are.
  /// - Returns: The nodes, and `valueCount` values of each.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  func decisionTree(
    width: Int
  ) throws(LearnerError) -> (nodes: [SourceTree.Node], values: [Double], valueCount: Int) {
    let tree = try object("tree_")
    guard let array = file.document.array(at: try tree.reference("nodes")) else {
      throw tree.misfit("nodes")
    }
    try file.charge(array.count, of: 64)
    let left = try tree.column("left_child", of: array)
    let right = try tree.column("right_child", of: array)
    let features = try tree.column("feature", of: array)
    let thresholds = try tree.column("threshold", of: array)
    // Before version 1.3 rows lack nothing.
    let missing =
      array.type.fields.contains { $0.name == "missing_go_to_left" }
      ? try tree.column("missing_go_to_left", of: array) : []
    var nodes: [SourceTree.Node] = []
    nodes.reserveCapacity(left.count)
    for index in left.indices {
      guard left[index] != -1 else {
        nodes.append(.leaf)
        continue
      }
      nodes.append(
        SourceTree.Node(
          test: .atMost(thresholds[index]), column: Int(exactly: features[index]) ?? -1,
          passes: Int(exactly: left[index]) ?? -1, fails: Int(exactly: right[index]) ?? -1,
          missing: missing.isEmpty || missing[index] == 0 ? .fails : .passes))
    }
    let values = try tree.matrix("values")
    guard values.shape.count == 3, values.shape[0] == nodes.count, values.shape[1] == 1,
      values.shape[2] > 0, values.numbers.count == nodes.count * values.shape[2]
    else { throw tree.unsupported("answers several numbers at once") }
    try tree.check(nodes, width: width)
    return (nodes, values.numbers, values.shape[2])
  }

  /// A column of the nodes of a tree; there is one node at least.
  func column(_ name: String, of nodes: NumpyArray) throws(LearnerError) -> [Double] {
    guard let numbers = nodes.numbers(field: name), !numbers.isEmpty else { throw misfit("nodes") }
    return numbers
  }

  /// Checks what is known before trees are put together.
  func check(_ nodes: [SourceTree.Node], width: Int) throws(LearnerError) {
    for node in nodes {
      switch node.test {
      case .leaf: continue
      case .atMost(let threshold) where threshold.isNaN: throw broken("a threshold is no number")
      default:
        guard (0..<width).contains(node.column) else {
          throw broken("a node looks at a column that there is not")
        }
      }
    }
  }

  /// Trees made ready to score.
  func compiled<Feature: TreeNumber>(
    _ trees: [SourceTree], _ sums: TreeSums, as precision: Feature.Type
  ) throws(LearnerError) -> CompiledTrees<Feature, Double> {
    do throws(TreeFault) {
      return try CompiledTrees(trees, sums: sums)
    } catch {
      switch error {
      case .reachedTwice(let tree, _): throw broken("tree \(tree) leads back to one of its nodes")
      case .tooMany: throw unsupported("has more nodes than can be numbered")
      case .empty(let tree), .child(let tree, _), .column(let tree, _), .vote(let tree, _):
        throw broken("tree \(tree) leads to a node that there is not")
      }
    }
  }
}
