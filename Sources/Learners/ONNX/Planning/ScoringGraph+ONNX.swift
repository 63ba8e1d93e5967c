extension ScoringGraph {
  /// The graph of an ONNX model. Arithmetic is in single precision where the model's is, and in the order
  /// of onnxruntime.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the model contradicts itself,
  ///   ``LearnerError/unsupportedONNX(_:)`` when it asks for what is not supported.
  /// - Complexity: O(*n*) in the size of the model.
  package init(_ model: ONNXModel) throws(LearnerError) {
    self = try ONNXPlanner(model).graph()
  }
}
