extension ScoringGraph {
  /// The graph of an ONNX model. Arithmetic is in single precision where the model's is, and in the order
  /// of onnxruntime.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when the model contradicts itself,
  ///   ``LearnerError/unsupportedONNX(_:)`` when it asks for what is not implemented.
  /// - Complexity: O(*n*) in the size of the model.
  package init(_ model: ONNXModel) throws(LearnerError) {
    let operatorSets = try ONNXOperatorSets(model)
    guard model.functions.isEmpty else { throw .unsupportedONNX(.part("functions")) }
    guard let graph = model.graph else { throw .brokenONNX(.missing("graph")) }
    guard graph.sparseInitializers.isEmpty else {
      throw .unsupportedONNX(.part("sparse initializers"))
    }
    var planner = ONNXPlanner(operatorSets)
    let constants = try planner.addConstants(graph.initializers)
    try planner.addInputs(graph.inputs, constants: constants)
    for (index, node) in graph.nodes.enumerated() { try planner.add(node, at: index) }
    try planner.addOutputs(graph.outputs)
    self = planner.graph()
  }
}
