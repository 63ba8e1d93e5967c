/// Puts columns side by side as floats, each input with as many as the node says: what is more is cut off,
/// what is less filled up with 0.
///
/// Source: ONNX operators, `ai.onnx.ml.FeatureVectorizer`, as in onnxruntime's `feature_vectorizer.cc`.
struct FeatureVectorizerOperator: ONNXOperator {
  private let widths: [Int]

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let name = "inputdimensions"
    let stated = try attributes.required(try attributes.ints(name), name)
    let widths = stated.compactMap { Int(exactly: $0) }.filter { (0...1 << 24).contains($0) }
    guard widths.count == stated.count, widths.count == attributes.givenInputs.count else {
      throw attributes.misfit(name)
    }
    self.widths = widths
  }

  var rowLength: Int { widths.reduce(0, +) }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    try expectOneType(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let rows = try inputs[0].table(node: node).rows
    let width = rowLength
    let count = try Tensor.boundedCount(of: [rows, width], node: node)
    var floats = [Float](repeating: 0, count: count)
    var start = 0
    for (input, limit) in zip(inputs, widths) {
      let (inputRows, columns) = try input.table(node: node)
      guard inputRows == rows else {
        throw .brokenONNX(.node(node, .inputShapes(inputs.prefix(8).map(\.shape))))
      }
      let cells = try input.floats(node: node)
      for row in 0..<rows {
        for column in 0..<min(columns, limit) {
          floats[row * width + start + column] = cells[row * columns + column]
        }
      }
      start += limit
    }
    return [Tensor(.floats(floats), shape: [rows, width])]
  }
}
