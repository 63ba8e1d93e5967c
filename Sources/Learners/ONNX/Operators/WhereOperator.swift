/// Picks from one tensor where something is true, and from another elsewhere.
///
/// Source: ONNX operators, `Where`.
struct WhereOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.bool, of: [inputs[0]], node: node)
    try expectOneType(Array(inputs[1...]), node: node)
    return [inputs[1]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let broadcast = try Broadcast(inputs.map(\.shape), node: node)
    let parts = inputs.indices.map { broadcast.spread(inputs[$0].elements, of: $0) }
    guard case .bools(let conditions) = parts[0] else { throw inputs[0].typeError(node: node) }
    func chosen<Element>(_ first: [Element], _ second: [Element]) -> [Element] {
      zip(conditions, zip(first, second)).map { $0 ? $1.0 : $1.1 }
    }
    let elements: Tensor.Elements
    switch (parts[1], parts[2]) {
    case (.floats(let first), .floats(let second)): elements = .floats(chosen(first, second))
    case (.doubles(let first), .doubles(let second)): elements = .doubles(chosen(first, second))
    case (.int64s(let first), .int64s(let second)): elements = .int64s(chosen(first, second))
    case (.bools(let first), .bools(let second)): elements = .bools(chosen(first, second))
    default:
      let tensors = parts[1...].map { Tensor($0, shape: broadcast.shape) }
      let (codes, levels) = Tensor.commonTexts(tensors)
      elements = .strings(codes: chosen(codes[0], codes[1]), levels: levels)
    }
    return [Tensor(elements, shape: broadcast.shape)]
  }
}
