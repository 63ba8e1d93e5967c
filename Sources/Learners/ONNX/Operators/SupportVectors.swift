internal import Glibc

/// How alike rows are to others that a support vector machine learned, or how rows weigh by the
/// coefficients of a linear one.
///
/// Source: ONNX operators, `ai.onnx.ml.SVMClassifier` and `SVMRegressor`, in the order of onnxruntime's
/// `svmclassifier.h`.
struct SupportVectors: Sendable {
  private enum Kernel: String, Sendable {
    case linear = "LINEAR"
    case polynomial = "POLY"
    case radial = "RBF"
    case sigmoid = "SIGMOID"
  }

  private let kernel: Kernel
  private let gamma: Float
  private let offset: Float
  private let degree: Float
  /// Row by row, one for each vector.
  private let vectors: [Float]
  let count: Int
  private let width: Int

  /// - Parameters:
  ///   - attributes: Of the node.
  ///   - count: How many vectors there are; 0 for a linear machine.
  ///   - weights: The coefficients of a linear machine, one row after the other.
  ///   - rows: How many rows of them.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when there are not as many numbers, and
  ///   ``LearnerError/unsupportedONNX(_:)`` for a kernel that is not known.
  init(
    _ attributes: inout ONNXNodeAttributes, count: Int, weights: [Float], rows: Int
  ) throws(LearnerError) {
    let name = try attributes.string("kernel_type") ?? Kernel.linear.rawValue
    guard let kernel = Kernel(rawValue: name) else {
      throw .unsupportedONNX(.attribute("kernel_type", value: name, node: attributes.node))
    }
    let parameters = try attributes.floats("kernel_params") ?? []
    guard parameters.isEmpty || parameters.count == 3 else {
      throw attributes.misfit("kernel_params")
    }
    (gamma, offset, degree) =
      parameters.isEmpty ? (0, 0, 0) : (parameters[0], parameters[1], parameters[2])
    let listed = try attributes.floats("support_vectors") ?? []
    self.kernel = count == 0 ? .linear : kernel
    vectors = count == 0 ? weights : listed
    self.count = count == 0 ? rows : count
    guard self.count > 0, !vectors.isEmpty, vectors.count % self.count == 0 else {
      throw attributes.misfit(count == 0 ? "coefficients" : "support_vectors")
    }
    width = vectors.count / self.count
  }

  /// For every row, how alike it is to each vector.
  func likeness(_ features: Tensor, node: String) throws(LearnerError) -> [Float] {
    let (rows, columns) = try features.table(node: node)
    guard columns == width else { throw .brokenONNX(.node(node, .inputShapes([features.shape]))) }
    let cells = try features.floats(node: node)
    var all: [Float] = []
    all.reserveCapacity(try Tensor.boundedCount(of: [rows, count], node: node))
    for row in 0..<rows {
      for vector in 0..<count {
        var sum: Float = 0
        for column in 0..<width {
          let (x, y) = (cells[row * width + column], vectors[vector * width + column])
          sum = kernel == .radial ? sum + (x - y) * (x - y) : sum.fused(x, y)
        }
        all.append(shaped(sum))
      }
    }
    return all
  }

  private func shaped(_ sum: Float) -> Float {
    switch kernel {
    case .linear: sum
    case .radial: expf(-gamma * sum)
    case .sigmoid: tanhf(gamma * sum + offset)
    case .polynomial where degree == 2: (gamma * sum + offset) * (gamma * sum + offset)
    case .polynomial: powf(gamma * sum + offset, degree)
    }
  }
}
