/// The trees of a node, in the precision of what they are asked about: `Double` for doubles, and `Float`
/// for all other numbers, as in onnxruntime.
enum ONNXTrees: Sendable {
  case floats(CompiledTrees<Float, Float>)
  case doubles(CompiledTrees<Double, Double>)

  /// - Parameters:
  ///   - trees: What the file says.
  ///   - sums: What becomes of the votes.
  ///   - attributes: Of the node.
  ///   - listName: What the list is called that a fault is in.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for trees that are none.
  /// - Complexity: O(nodes + votes) expected.
  init(
    _ trees: [SourceTree], sums: TreeSums, _ attributes: ONNXNodeAttributes,
    listName: (TreeFault) -> String
  ) throws(LearnerError) {
    do throws(TreeFault) {
      if attributes.inputTypes.first == .double {
        self = .doubles(try CompiledTrees(trees, sums: sums))
      } else {
        self = .floats(try CompiledTrees(trees, sums: sums))
      }
    } catch { throw attributes.misfit(listName(error)) }
  }

  /// The scores of every row, row by row.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the table has fewer columns than trees look at.
  func scores(_ features: Tensor, node: String) throws(LearnerError) -> [Float] {
    switch self {
    case .floats(let trees): try trees.scores(features, node: node)
    case .doubles(let trees): try trees.scores(features, node: node).map { Float($0) }
    }
  }
}
