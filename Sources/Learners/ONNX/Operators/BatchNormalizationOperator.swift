/// Scales and shifts each channel, which is the second axis, by what training has seen of it:
/// (x - mean) / √(variance + ε) · scale + bias.
///
/// Source: ONNX operators, `BatchNormalization` in inference, as onnxruntime's `batch_norm.h` computes it.
struct BatchNormalizationOperator: ONNXOperator {
  private let epsilon: Float

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    epsilon = try attributes.float("epsilon") ?? 1e-5
    // How fast training forgets.
    _ = try attributes.float("momentum")
    if let mode = try attributes.int("training_mode"), mode != 0 {
      throw .unsupportedONNX(
        .attribute("training_mode", value: "\(mode)", node: attributes.node))
    }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let shape = inputs[0].shape
    guard shape.count >= 2, inputs[1...].allSatisfy({ $0.shape == [shape[1]] }) else {
      throw .brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    }
    let inner = inputs[0].lengths(around: 1).inner
    if case .doubles(let numbers) = inputs[0].elements {
      var channels: [[Double]] = []
      for input in inputs[1...] { channels.append(try input.doubles(node: node)) }
      return [Tensor(.doubles(normalized(numbers, channels, inner)), shape: shape)]
    }
    var channels: [[Float]] = []
    for input in inputs[1...] { channels.append(try input.floats(node: node)) }
    let numbers = try inputs[0].floats(node: node)
    return [Tensor(.floats(normalized(numbers, channels, inner)), shape: shape)]
  }

  /// `channels` are scale, bias, mean and variance; `inner` is how many numbers stand side by side in one.
  private func normalized<Number: MathNumber>(
    _ numbers: [Number], _ channels: [[Number]], _ inner: Int
  ) -> [Number] {
    let scales = zip(channels[0], channels[3]).map { $0 / ($1 + Number(epsilon)).squareRoot() }
    let shifts = scales.indices.map { channels[1][$0] - channels[2][$0] * scales[$0] }
    return numbers.enumerated().map { place, number in
      let channel = place / inner % scales.count
      return number * scales[channel] + shifts[channel]
    }
  }
}
