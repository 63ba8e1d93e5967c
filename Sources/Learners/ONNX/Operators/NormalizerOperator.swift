/// Divides the numbers of each row by their largest one, by the sum of their magnitudes, or by their length;
/// a row is kept where that is 0.
///
/// Source: ONNX operators, `ai.onnx.ml.Normalizer`, as onnxruntime's `normalizer.cc` computes them.
struct NormalizerOperator: ONNXOperator {
  private enum Norm: String {
    case largest = "MAX"
    case sum = "L1"
    case length = "L2"
  }

  private let norm: Norm

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let name = try attributes.string("norm") ?? Norm.largest.rawValue
    guard let norm = Norm(rawValue: name) else {
      throw .unsupportedONNX(.attribute("norm", value: name, node: attributes.node))
    }
    self.norm = norm
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { input }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [.float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    var floats = try inputs[0].floats(node: node)
    for row in 0..<rows {
      let range = row * columns..<(row + 1) * columns
      switch norm {
      case .largest:
        let largest = floats[range].reduce(-Float.infinity) { max($0, $1) }
        if largest != 0 { for place in range { floats[place] /= largest } }
      case .sum:
        let sum = floats[range].reduce(0) { $0 + abs($1) }
        if sum != 0 { for place in range { floats[place] /= sum } }
      case .length:
        let sum = floats[range].reduce(0) { $0 + $1 * $1 }
        for place in range where sum != 0 {
          let share = (floats[place] * floats[place] / sum).squareRoot()
          floats[place] = floats[place] < 0 ? -share : share
        }
      }
    }
    return [Tensor(.floats(floats), shape: inputs[0].shape)]
  }
}
