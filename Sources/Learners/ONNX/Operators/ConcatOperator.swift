/// Puts tensors one after the other along an axis.
///
/// Source: ONNX operators, `Concat`.
struct ConcatOperator: ONNXOperator {
  let axis: Int64

  init(axis: Int64) { self.axis = axis }

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.required(try attributes.int("axis"), "axis")
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let layout = try layout(inputs, node: node)
    return [Tensor(try elements(inputs, layout, node: node), shape: layout.shape)]
  }

  /// How the elements interleave: `outer` times, a chunk of each input in turn.
  private struct Layout {
    let shape: [Int]
    let outer: Int
    let chunks: [Int]
    let count: Int
  }

  private func layout(_ inputs: [Tensor], node: String) throws(LearnerError) -> Layout {
    let first = inputs[0].shape
    let misfit = LearnerError.brokenONNX(
      .node(node, .inputShapes(inputs.prefix(8).map(\.shape))))
    guard let axis = Int(exactly: axis < 0 ? axis &+ Int64(first.count) : axis),
      first.indices.contains(axis)
    else { throw misfit }
    var shape = first
    shape[axis] = 0
    for input in inputs {
      var other = input.shape
      guard other.count == first.count else { throw misfit }
      let (sum, overflow) = shape[axis].addingReportingOverflow(other[axis])
      other[axis] = shape[axis]
      guard !overflow, other == shape else { throw misfit }
      shape[axis] = sum
    }
    let count = try Tensor.boundedCount(of: shape, node: node)
    let outer = try Tensor.boundedCount(of: Array(first[..<axis]), node: node)
    let chunks = inputs.map { outer == 0 ? 0 : $0.elements.count / outer }
    return Layout(shape: shape, outer: outer, chunks: chunks, count: count)
  }

  private func elements(
    _ inputs: [Tensor], _ layout: Layout, node: String
  ) throws(LearnerError) -> Tensor.Elements {
    switch inputs[0].elements {
    case .floats:
      var parts: [[Float]] = []
      for input in inputs { parts.append(try input.floats(node: node)) }
      return .floats(interleave(parts, layout))
    case .doubles:
      var parts: [[Double]] = []
      for input in inputs { parts.append(try input.doubles(node: node)) }
      return .doubles(interleave(parts, layout))
    case .int64s:
      var parts: [[Int64]] = []
      for input in inputs { parts.append(try input.int64s(node: node)) }
      return .int64s(interleave(parts, layout))
    case .bools:
      var parts: [[Bool]] = []
      for input in inputs { parts.append(try input.bools(node: node)) }
      return .bools(interleave(parts, layout))
    case .strings:
      let (parts, levels) = Tensor.commonTexts(inputs)
      return .strings(codes: interleave(parts, layout), levels: levels)
    }
  }

  private func interleave<Element>(_ parts: [[Element]], _ layout: Layout) -> [Element] {
    var all: [Element] = []
    all.reserveCapacity(layout.count)
    for row in 0..<layout.outer {
      for (part, chunk) in zip(parts, layout.chunks) {
        if chunk == 1 {
          all.append(part[row])
        } else {
          all.append(contentsOf: part[(row * chunk)..<((row + 1) * chunk)])
        }
      }
    }
    return all
  }
}
