/// A weighted sum of the features for each of several scores: what linear models have in common.
struct WeightedSums: Sendable {
  private let coefficients: [Float]
  private let intercepts: [Float]

  /// How many sums a row has.
  var count: Int { intercepts.count }
  /// Features of a row.
  private var width: Int { coefficients.count / intercepts.count }

  /// - Parameters:
  ///   - attributes: Of the node, for errors.
  ///   - coefficients: The weights of the first sum, then those of the second.
  ///   - intercepts: One for each sum.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` unless every sum has as many weights, and one at least.
  init(
    _ attributes: ONNXNodeAttributes, coefficients: [Float], intercepts: [Float]
  ) throws(LearnerError) {
    guard !intercepts.isEmpty else { throw attributes.misfit("intercepts") }
    guard coefficients.count % intercepts.count == 0, !coefficients.isEmpty else {
      throw attributes.misfit("coefficients")
    }
    self.coefficients = coefficients
    self.intercepts = intercepts
  }

  /// The sums of every row, row by row.
  func of(_ features: Tensor, node: String) throws(LearnerError) -> [Float] {
    let (rows, columns) = try features.table(node: node)
    guard columns == width else {
      throw .brokenONNX(.node(node, .inputShapes([features.shape])))
    }
    let count = try Tensor.boundedCount(of: [rows, count], node: node)
    let features = try features.floats(node: node)
    var sums: [Float] = []
    sums.reserveCapacity(count)
    let width = width
    for row in 0..<rows {
      for (index, intercept) in intercepts.enumerated() {
        sums.append(dot(features, row * width, coefficients, index * width, width) + intercept)
      }
    }
    return sums
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
