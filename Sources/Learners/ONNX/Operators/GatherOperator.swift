/// Picks entries along an axis by their numbers; a negative one counts from the end.
///
/// Source: ONNX operators, `Gather`.
struct GatherOperator: ONNXOperator {
  private let axis: Int64

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axis = try attributes.int("axis") ?? 0
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: [inputs[1]], node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (data, indices) = (inputs[0], inputs[1])
    guard let axis = data.axis(axis) else {
      throw .brokenONNX(.node(node, .inputShapes([data.shape, indices.shape])))
    }
    let shape = Array(data.shape[..<axis]) + indices.shape + Array(data.shape[(axis + 1)...])
    _ = try Tensor.boundedCount(of: shape, node: node)
    let picks = try picks(indices, length: data.shape[axis], node: node)
    let (outer, inner) = data.lengths(around: axis)
    func picked<Element>(_ elements: [Element]) -> [Element] {
      var all: [Element] = []
      all.reserveCapacity(outer * picks.count * inner)
      for block in 0..<outer {
        for pick in picks {
          let start = (block * data.shape[axis] + pick) * inner
          if inner == 1 {
            all.append(elements[start])
          } else {
            all.append(contentsOf: elements[start..<(start + inner)])
          }
        }
      }
      return all
    }
    let elements: Tensor.Elements =
      switch data.elements {
      case .floats(let floats): .floats(picked(floats))
      case .doubles(let doubles): .doubles(picked(doubles))
      case .int64s(let int64s): .int64s(picked(int64s))
      case .bools(let bools): .bools(picked(bools))
      case .strings(let codes, let levels): .strings(codes: picked(codes), levels: levels)
      }
    return [Tensor(elements, shape: shape)]
  }

  /// The numbers to pick, each in `0..<length`.
  private func picks(
    _ indices: Tensor, length: Int, node: String
  ) throws(LearnerError) -> [Int] {
    var picks: [Int] = []
    picks.reserveCapacity(indices.elements.count)
    for index in try indices.int64s(node: node) {
      let pick = index < 0 ? index &+ Int64(length) : index
      guard pick >= 0, pick < Int64(length) else {
        throw .unfitONNXInput(.unknownCategory(index, node: node))
      }
      picks.append(Int(pick))
    }
    return picks
  }
}
