/// The class with the largest weighted sum of the features, and the scores of all classes.
///
/// One row of coefficients with two labels is the usual binary classifier: a positive sum gives the
/// second label, and the scores are [1 - p, p].
///
/// Source: ONNX operators, `ai.onnx.ml.LinearClassifier`, with ties and the binary case as in
/// onnxruntime's `linearclassifier.cc`.
struct LinearClassifierOperator: ONNXOperator {
  private let coefficients: [Float]
  private let intercepts: [Float]
  private let labels: ONNXClassLabels
  private let scoring: ONNXScoreTransform

  /// Features of a row.
  private var width: Int { coefficients.count / intercepts.count }
  private var isBinary: Bool { intercepts.count == 1 }

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    coefficients = try attributes.required(
      try attributes.floats("coefficients"), "coefficients")
    intercepts = try attributes.required(try attributes.floats("intercepts"), "intercepts")
    scoring = try ONNXScoreTransform(&attributes)
    labels = try ONNXClassLabels(&attributes)
    // onnxruntime ignores it too.
    _ = try attributes.int("multi_class")
    guard !intercepts.isEmpty else { throw attributes.misfit("intercepts") }
    guard coefficients.count % intercepts.count == 0, !coefficients.isEmpty else {
      throw attributes.misfit("coefficients")
    }
    guard labels.count == (intercepts.count == 1 ? 2 : intercepts.count) else {
      throw attributes.misfit(labels.attribute)
    }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    return [labels.type, .float]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    guard columns == width else {
      throw .brokenONNX(.node(node, .inputShapes([inputs[0].shape])))
    }
    let shape = [rows, labels.count]
    _ = try Tensor.boundedCount(of: shape, node: node)
    let sums = sums(try inputs[0].floats(node: node), rows: rows)
    let winners = isBinary ? sums.map { $0 > 0 ? 1 : 0 } : winners(sums)
    let scores = isBinary ? scoring.binary(sums) : scoring.perClass(sums, classes: labels.count)
    return [
      Tensor(labels.elements(winners), shape: [rows]), Tensor(.floats(scores), shape: shape),
    ]
  }

  /// The weighted sum of every row for every class, row by row.
  private func sums(_ features: [Float], rows: Int) -> [Float] {
    var sums: [Float] = []
    sums.reserveCapacity(rows * intercepts.count)
    let width = width
    for row in 0..<rows {
      for (index, intercept) in intercepts.enumerated() {
        sums.append(dot(features, row * width, coefficients, index * width, width) + intercept)
      }
    }
    return sums
  }

  /// The first of the largest sums of each row.
  private func winners(_ sums: [Float]) -> [Int] {
    let classes = intercepts.count
    return stride(from: 0, to: sums.count, by: classes).map { start in
      var best = 0
      for index in 1..<classes where sums[start + index] > sums[start + best] { best = index }
      return best
    }
  }
}

// Four sums side by side: in one, every addition would wait for the last.
private func dot(_ a: [Float], _ aStart: Int, _ b: [Float], _ bStart: Int, _ count: Int) -> Float {
  var sums = (Float(0), Float(0), Float(0), Float(0))
  var index = 0
  while index + 4 <= count {
    sums.0 += a[aStart + index] * b[bStart + index]
    sums.1 += a[aStart + index + 1] * b[bStart + index + 1]
    sums.2 += a[aStart + index + 2] * b[bStart + index + 2]
    sums.3 += a[aStart + index + 3] * b[bStart + index + 3]
    index += 4
  }
  while index < count {
    sums.0 += a[aStart + index] * b[bStart + index]
    index += 1
  }
  return (sums.0 + sums.1) + (sums.2 + sums.3)
}
