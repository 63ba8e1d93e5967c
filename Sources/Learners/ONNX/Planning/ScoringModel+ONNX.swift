extension ScoringModel {
  /// Reads an ONNX file.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` or ``LearnerError/unsupportedONNX(_:)``, or
  ///   ``LearnerError/unscorableModel(reason:)`` when no output is an answer.
  init(onnx bytes: [UInt8]) throws(LearnerError) {
    let model = try ONNXModel.decode(bytes)
    let graph = try ScoringGraph(model)
    var features: [ModelFeature] = []
    for (input, port) in graph.inputs.enumerated() {
      guard let width = port.width else {
        throw .unscorableModel(reason: "its input '\(port.name)' is not [N, columns]")
      }
      let name = width == 1 ? port.name : nil
      features += Array(repeating: ModelFeature(name: name, input: input), count: width)
    }
    self.init(
      format: .onnx, graph: graph, features: features, answer: try Self.answer(of: graph))
  }

  /// A label beside numbers makes these probabilities; numbers alone are what is predicted.
  private static func answer(of graph: ScoringGraph) throws(LearnerError) -> ModelAnswer {
    let isNumber = { (port: GraphPort) in port.type == .float || port.type == .double }
    guard let output = graph.outputs.firstIndex(where: isNumber) else {
      throw .unscorableModel(reason: "it has no output of numbers")
    }
    let isProbability =
      graph.outputs.contains { !isNumber($0) }
      || graph.outputs[output].name == ModelGraph.OutputName.probabilities
    return isProbability ? .probabilities(output: output, labels: nil) : .number(output: output)
  }
}

extension GraphPort {
  /// How many columns of a table the input takes; `nil` when the model does not say.
  fileprivate var width: Int? {
    guard let shape, shape.count == 2 else { return nil }
    guard case .fixed(let width) = shape[1], width > 0 else { return nil }
    return Int(exactly: width)
  }
}
