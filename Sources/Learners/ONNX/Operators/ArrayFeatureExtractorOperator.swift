/// Picks columns by their numbers, which count from 0.
///
/// Source: ONNX operators, `ai.onnx.ml.ArrayFeatureExtractor`, where a single axis is taken as one row, as
/// in onnxruntime's `array_feature_extractor.cc`.
struct ArrayFeatureExtractorOperator: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: [inputs[1]], node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (data, indices) = (inputs[0], inputs[1])
    let numbers = try indices.int64s(node: node)
    guard let axis = data.axis(-1), !numbers.isEmpty else {
      throw .brokenONNX(.node(node, .inputShapes([data.shape, indices.shape])))
    }
    let rows = axis == 0 ? [1] : Array(data.shape[..<axis])
    let shape = rows + [numbers.count]
    _ = try Tensor.boundedCount(of: shape, node: node)
    let picks = try data.picks(numbers, axis: axis, stated: indices, node: node)
    return [Tensor(data.gathered(picks, axis: axis), shape: shape)]
  }
}
