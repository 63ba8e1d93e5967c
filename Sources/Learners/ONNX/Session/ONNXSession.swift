/// An ONNX model checked once and made ready to score batches.
///
/// Everything that does not depend on the batch is checked when the session is made: operators,
/// attributes, constants, element types, and that every value is made before it is used, which
/// leaves no room for a cycle. Arithmetic is in single precision and in the order of onnxruntime.
package struct ONNXSession: Sendable {
  /// What a batch gives, in the order of the model.
  package let inputs: [ONNXPort]
  /// What a batch gets, in the order of the model.
  package let outputs: [ONNXPort]
  /// About how many elements all values of one row have together.
  let rowLength: Int
  private let plan: ONNXPlan

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
    inputs = try planner.addInputs(graph.inputs, constants: constants)
    for (index, node) in graph.nodes.enumerated() { try planner.add(node, at: index) }
    outputs = try planner.addOutputs(graph.outputs)
    rowLength = planner.rowLength
    plan = planner.plan()
  }

  /// Scores one batch.
  ///
  /// - Parameter batch: One tensor for each input, in any order; names are compared byte for byte.
  /// - Returns: One tensor for each of ``outputs``, in that order; without rows for an empty batch.
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` when the batch does not fit ``inputs``;
  ///   ``LearnerError/brokenONNX(_:)`` when shapes inside the model do not fit each other;
  ///   ``LearnerError/unsupportedONNX(_:)`` when a value would be too large: score fewer rows.
  /// - Complexity: O(rows · size of the model) time; at most two values of
  ///   ``Tensor/maximumCount`` elements more than the batch in memory.
  package func run(_ batch: [NamedTensor]) throws(LearnerError) -> [NamedTensor] {
    let results = try plan.run(try arranged(batch))
    return zip(outputs, results).map { NamedTensor($0.name, $1) }
  }

  /// The tensors of a batch in the order of ``inputs``, checked.
  private func arranged(_ batch: [NamedTensor]) throws(LearnerError) -> [Tensor] {
    var given: [UTF8Key: Tensor] = [:]
    for column in batch {
      guard given.updateValue(column.tensor, forKey: UTF8Key(column.name)) == nil else {
        throw .unfitONNXInput(.twice(column.name))
      }
    }
    var lengths: [UTF8Key: Int] = [:]
    var tensors: [Tensor] = []
    for input in inputs {
      guard let tensor = given.removeValue(forKey: UTF8Key(input.name)) else {
        throw .unfitONNXInput(.missing(input.name))
      }
      try input.check(tensor, &lengths)
      tensors.append(tensor)
    }
    if let extra = batch.first(where: { given[UTF8Key($0.name)] != nil }) {
      throw .unfitONNXInput(.unknown(extra.name, known: inputs.map(\.name)))
    }
    return tensors
  }
}
