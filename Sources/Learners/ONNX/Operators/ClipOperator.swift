/// Keeps numbers within bounds, NaN aside. The bounds are inputs, or attributes up to operator set 10; one
/// that is left out is the largest number that is not infinite, as in onnxruntime.
///
/// Source: ONNX operators, `Clip`.
struct ClipOperator: ONNXOperator {
  /// Which inputs are the bounds.
  private let places: (lower: Int?, upper: Int?)
  private let stated: (lower: Tensor?, upper: Tensor?)

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    places = (attributes.place(ofInput: 1), attributes.place(ofInput: 2))
    guard attributes.version < 11 else {
      stated = (nil, nil)
      return
    }
    stated = (
      try attributes.float("min").map { Tensor(.floats([$0]), shape: []) },
      try attributes.float("max").map { Tensor(.floats([$0]), shape: []) }
    )
    guard places.lower == nil, places.upper == nil else {
      throw .brokenONNX(
        .node(attributes.node, .wrongCount(of: "inputs", attributes.givenInputs.count)))
    }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let lower = places.lower.map { inputs[$0] } ?? stated.lower
    let upper = places.upper.map { inputs[$0] } ?? stated.upper
    for bound in [lower, upper] where bound != nil && bound?.elements.count != 1 {
      throw .brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    }
    let elements: Tensor.Elements =
      switch inputs[0].elements {
      case .floats(let floats):
        .floats(
          clipped(
            floats, try lower?.floats(node: node).first ?? -.greatestFiniteMagnitude,
            try upper?.floats(node: node).first ?? .greatestFiniteMagnitude))
      case .doubles(let doubles):
        .doubles(
          clipped(
            doubles, try lower?.doubles(node: node).first ?? -.greatestFiniteMagnitude,
            try upper?.doubles(node: node).first ?? .greatestFiniteMagnitude))
      default:
        .int64s(
          clipped(
            try inputs[0].int64s(node: node), try lower?.int64s(node: node).first ?? .min,
            try upper?.int64s(node: node).first ?? .max))
      }
    return [Tensor(elements, shape: inputs[0].shape)]
  }

  /// The numbers, of which those below the lower bound get it first.
  private func clipped<Number: Comparable>(
    _ numbers: [Number], _ lower: Number, _ upper: Number
  ) -> [Number] {
    numbers.map { number in
      let number = number < lower ? lower : number
      return number > upper ? upper : number
    }
  }
}
