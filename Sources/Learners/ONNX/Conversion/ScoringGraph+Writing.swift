extension ScoringGraph {
  /// Adds what the graph computes: every step as nodes.
  ///
  /// - Parameters:
  ///   - inputs: One for each of ``inputs``, in that order.
  ///   - name: Begins the names of all values that are added.
  ///   - builder: Where the nodes go.
  /// - Returns: One for each of ``outputs``, in that order.
  /// - Throws: ``LearnerError/unwritableONNX(_:)`` for a step that ONNX has no words for.
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [WrittenValue] {
    var values: [Int: WrittenValue] = [:]
    for (slot, input) in zip(plan.inputSlots, inputs) { values[slot] = input }
    for (slot, tensor) in plan.constants {
      let name = builder.constant("\(name)constant \(slot)") { ONNXTensor(name: $0, tensor) }
      values[slot] = WrittenValue(name: name, type: tensor.elements.type)
    }
    for (index, step) in plan.steps.enumerated() {
      guard let operation = step.operation as? any ONNXWritable else {
        throw .unwritableONNX(.step(step.node))
      }
      let inputs = step.inputs.compactMap { values[$0] }
      let names = try operation.write(inputs, named: "\(name)\(index) \(step.node)", to: &builder)
      let types = try operation.outputTypes(for: inputs.map(\.type), node: step.node)
      for (slot, (name, type)) in zip(step.outputs, zip(names, types)) {
        if let slot { values[slot] = WrittenValue(name: name, type: type) }
      }
    }
    return plan.outputSlots.compactMap { values[$0] }
  }
}
