/// The class with the largest weighted sum of the features, and the scores of all classes.
///
/// One row of coefficients with two labels is the usual binary classifier: a positive sum gives the
/// second label, and the scores are [1 - p, p].
///
/// Source: ONNX operators, `ai.onnx.ml.LinearClassifier`, with ties and the binary case as in
/// onnxruntime's `linearclassifier.cc`.
struct LinearClassifierOperator: ONNXOperator {
  private let sums: WeightedSums
  private let labels: ONNXClassLabels
  private let scoring: ONNXScoreTransform

  private var isBinary: Bool { sums.count == 1 }

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let coefficients = try attributes.required(
      try attributes.floats("coefficients"), "coefficients")
    let intercepts = try attributes.required(try attributes.floats("intercepts"), "intercepts")
    sums = try WeightedSums(attributes, coefficients: coefficients, intercepts: intercepts)
    scoring = try ONNXScoreTransform(&attributes)
    labels = try ONNXClassLabels(&attributes)
    // onnxruntime ignores it too.
    _ = try attributes.int("multi_class")
    guard labels.count == (intercepts.count == 1 ? 2 : intercepts.count) else {
      throw attributes.misfit(labels.attribute)
    }
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? {
    ONNXClassOrigin(labels: labels, areSums: scoring == .none)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [labels.type, .float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let rows = try inputs[0].table(node: node).rows
    let shape = [rows, labels.count]
    _ = try Tensor.boundedCount(of: shape, node: node)
    let sums = try sums.of(inputs[0], node: node)
    let winners = isBinary ? sums.map { $0 > 0 ? 1 : 0 } : firstMaxima(sums, classes: labels.count)
    let scores = isBinary ? scoring.binary(sums) : scoring.perClass(sums, classes: labels.count)
    return [
      Tensor(labels.elements(winners), shape: [rows]), Tensor(.floats(scores), shape: shape),
    ]
  }
}
