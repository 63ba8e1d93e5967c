/// The axes that an operator works along: an attribute in older operator sets, an input in newer ones.
struct AxesParameter: Sendable {
  /// How many axes there may be: no model has a tenth of them.
  private static let maximumRank = 64

  private let stated: [Int64]?
  private let isInput: Bool

  /// - Parameters:
  ///   - attributes: Of the node.
  ///   - version: The first operator set in which the second input holds the axes.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for an input where an attribute is meant.
  init(_ attributes: inout ONNXNodeAttributes, inputFrom version: Int64) throws(LearnerError) {
    isInput = attributes.place(ofInput: 1) != nil
    stated = attributes.version < version ? try attributes.ints("axes") : nil
    guard !isInput || attributes.version >= version else {
      throw .brokenONNX(.node(attributes.node, .wrongCount(of: "inputs", 2)))
    }
  }

  /// Checks the type of the input, where there is one.
  func check(_ inputs: [ElementType], node: String) throws(LearnerError) {
    if isInput { try expect(.int64, of: [inputs[1]], node: node) }
  }

  /// How many axes are stated.
  func count(_ inputs: [Tensor]) -> Int {
    isInput ? inputs[1].elements.count : stated?.count ?? 0
  }

  /// The axes as numbers below `rank`, in their order; `nil` when none are stated.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` for an axis that is not there, or is there twice.
  func axes(_ inputs: [Tensor], rank: Int, node: String) throws(LearnerError) -> [Int]? {
    let numbers = isInput ? try inputs[1].int64s(node: node) : stated
    guard let numbers, !numbers.isEmpty else { return nil }
    let misfit = LearnerError.brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    // More than there are, one would be there twice: whatever the file says, this is short.
    guard numbers.count <= rank, rank <= Self.maximumRank else { throw misfit }
    var axes: [Int] = []
    for number in numbers {
      guard let axis = Int(exactly: number < 0 ? number &+ Int64(rank) : number),
        (0..<rank).contains(axis), !axes.contains(axis)
      else { throw misfit }
      axes.append(axis)
    }
    return axes
  }
}
