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
    var sums = [Float](repeating: 0, count: count)
    var row = 0
    while row + 4 <= rows {
      for (index, intercept) in intercepts.enumerated() {
        let products = products(features, row, index)
        for lane in 0..<4 { sums[(row + lane) * self.count + index] = products[lane] + intercept }
      }
      row += 4
    }
    while row < rows {
      for (index, intercept) in intercepts.enumerated() {
        sums[row * self.count + index] = product(features, row, index) + intercept
      }
      row += 1
    }
    return sums
  }

  /// The weighted features of a row, added up from the first on.
  private func product(_ features: [Float], _ row: Int, _ index: Int) -> Float {
    var sum: Float = 0
    for column in 0..<width {
      sum = sum.fused(features[row * width + column], coefficients[index * width + column])
    }
    return sum
  }

  /// As ``product(_:_:_:)`` of a row and the three after it, side by side: in one, every addition would wait
  /// for the last.
  private func products(_ features: [Float], _ row: Int, _ index: Int) -> SIMD4<Float> {
    let (start, weights, width) = (row * width, index * width, width)
    var (a, b, c, d) = (Float(0), Float(0), Float(0), Float(0))
    for column in 0..<width {
      let weight = coefficients[weights + column]
      a = a.fused(features[start + column], weight)
      b = b.fused(features[start + width + column], weight)
      c = c.fused(features[start + 2 * width + column], weight)
      d = d.fused(features[start + 3 * width + column], weight)
    }
    return SIMD4(a, b, c, d)
  }
}
