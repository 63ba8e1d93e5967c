extension ScoringModel {
  /// Reads an ONNX file.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` or ``LearnerError/unsupportedONNX(_:)``, or
  ///   ``LearnerError/unscorableModel(reason:)`` when no output is an answer.
  init(onnx bytes: [UInt8]) throws(LearnerError) {
    var planner = try ONNXPlanner(try ONNXModel.decode(bytes))
    let answer = try planner.answer()
    let graph = planner.graph()
    var features: [ModelFeature] = []
    for (input, port) in graph.inputs.enumerated() {
      guard let width = port.width else {
        throw .unscorableModel(reason: "its input '\(port.name)' is not [N, columns]")
      }
      let name = width == 1 ? port.name : nil
      features += Array(repeating: ModelFeature(name: name, input: input), count: width)
    }
    self.init(
      format: .onnx, graph: graph, features: features, answer: answer,
      labelOutput: graph.outputs.firstIndex { $0.type == .int64 || $0.type == .string })
  }
}

extension GraphPort {
  /// How many columns of a table the input takes; `nil` when the model does not say, or says more than
  /// any table has.
  fileprivate var width: Int? {
    guard let shape else { return nil }
    if shape.count == 1 { return 1 }
    guard shape.count == 2, case .fixed(let width) = shape[1], (1...Self.maximumWidth) ~= width
    else { return nil }
    return Int(width)
  }

  private static let maximumWidth: Int64 = 1 << 20
}
