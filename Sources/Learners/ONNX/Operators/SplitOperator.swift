/// Cuts a tensor along an axis: into parts of the lengths that are given, or of one length, of which the last
/// may be shorter.
///
/// Source: ONNX operators, `Split`.
struct SplitOperator: ONNXOperator {
  private let axis: Int64
  private let partCount: Int
  /// The lengths, up to operator set 12.
  private let stated: [Int64]?
  private let hasLengths: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? 0
    partCount = attributes.outputCount
    stated = attributes.version < 13 ? try attributes.ints("split") : nil
    hasLengths = attributes.place(ofInput: 1) != nil
    guard !hasLengths || attributes.version >= 13 else {
      throw .brokenONNX(.node(attributes.node, .wrongCount(of: "inputs", 2)))
    }
    guard attributes.version >= 18 else { return }
    let count = try attributes.int("num_outputs")
    guard count == nil || count == Int64(partCount) else { throw attributes.misfit("num_outputs") }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    if hasLengths { try expect(.int64, of: [inputs[1]], node: node) }
    return Array(repeating: inputs[0], count: partCount)
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    let misfit = LearnerError.brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    guard let axis = input.axis(axis) else { throw misfit }
    let length = input.shape[axis]
    let lengths: [Int64]
    if let given = hasLengths ? try inputs[1].int64s(node: node) : stated {
      lengths = given
    } else {
      let part = (length + partCount - 1) / partCount
      lengths = (0..<partCount).map { Int64(max(0, min(part, length - $0 * part))) }
    }
    guard lengths.count == partCount, lengths.allSatisfy({ (0...Int64(length)).contains($0) }),
      lengths.reduce(0, +) == Int64(length)
    else { throw misfit }
    var start = 0
    return lengths.map { count in
      defer { start += Int(count) }
      var shape = input.shape
      shape[axis] = Int(count)
      return Tensor(input.gathered(Array(start..<start + Int(count)), axis: axis), shape: shape)
    }
  }
}
