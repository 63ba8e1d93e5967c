/// Keeps floats within bounds, each of which may be left out; NaN stays.
///
/// Source: ONNX operators, `Clip`.
struct ClipOperator: ONNXOperator {
  /// Which input is the lower bound, and which the upper one.
  private let places: (lower: Int?, upper: Int?)

  init(_ attributes: inout ONNXNodeAttributes) {
    let given = attributes.givenInputs
    let hasLower = given.count > 1 && given[1]
    let hasUpper = given.count > 2 && given[2]
    places = (hasLower ? 1 : nil, hasUpper ? (hasLower ? 2 : 1) : nil)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    guard inputs[0] == .float else {
      throw .unsupportedONNX(.part("elements of the type \(inputs[0].name) in 'Clip'"))
    }
    try expectOneType(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let lower = try bound(places.lower, inputs, node: node) ?? -.infinity
    let upper = try bound(places.upper, inputs, node: node) ?? .infinity
    let floats = try inputs[0].floats(node: node).map { value in
      if value < lower { return min(lower, upper) }
      return value > upper ? upper : value
    }
    return [Tensor(.floats(floats), shape: inputs[0].shape)]
  }

  private func bound(
    _ place: Int?, _ inputs: [Tensor], node: String
  ) throws(LearnerError) -> Float? {
    guard let place else { return nil }
    let floats = try inputs[place].floats(node: node)
    guard floats.count == 1 else {
      throw .brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    }
    return floats[0]
  }
}
