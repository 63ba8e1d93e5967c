/// Puts operators together into a graph: values are numbered in the order in which they are made.
struct ScoringGraphBuilder {
  /// What an operator makes or takes: a constant, an input of the graph or an output of a step.
  struct Value: Sendable, Equatable {
    let slot: Int
    let type: ElementType
  }

  private var slotCount = 0
  private var constants: [(slot: Int, tensor: Tensor)] = []
  private var inputs: [(slot: Int, port: GraphPort)] = []
  private var outputs: [(slot: Int, port: GraphPort)] = []
  private var steps: [ScoringPlan.Step] = []
  /// About how many elements all values of one row have together: what operators tell of themselves, as
  /// many as are put side by side, and the last axis of constants, whose rows may be picked from.
  private var rowLength = 1

  /// Adds a value that is the same for every row.
  mutating func constant(_ tensor: Tensor) -> Value {
    rowLength += tensor.shape.last ?? 1
    let value = value(tensor.elements.type)
    constants.append((value.slot, tensor))
    return value
  }

  /// Adds a value that each batch gives.
  mutating func input(_ port: GraphPort) -> Value {
    let value = value(port.type)
    inputs.append((value.slot, port))
    return value
  }

  /// Adds a step.
  ///
  /// - Parameters:
  ///   - operation: What it does.
  ///   - inputs: What it takes; values that were made before.
  ///   - node: What to call it in errors.
  /// - Returns: What it makes, every output of the operator.
  /// - Throws: What the operator says of the types of the inputs.
  mutating func add(
    _ operation: some TensorOperator, _ inputs: [Value], node: String
  ) throws(LearnerError) -> [Value] {
    let made = try operation.outputTypes(for: inputs.map(\.type), node: node).map { value($0) }
    rowLength += max(operation.rowLength, inputs.count)
    steps.append(
      ScoringPlan.Step(
        node: node, operation: operation, inputs: inputs.map(\.slot), outputs: made.map(\.slot)))
    return made
  }

  /// Makes a value an output of the graph, the next in order.
  ///
  /// - Precondition: the port is of the type of the value.
  mutating func output(_ value: Value, _ port: GraphPort) {
    precondition(value.type == port.type, "an output of another type than its value")
    outputs.append((value.slot, port))
  }

  /// The graph, in which every value is let go after the last step that reads it.
  consuming func graph() -> ScoringGraph {
    var wanted = Set(outputs.map(\.slot)).union(constants.map(\.slot))
    for index in steps.indices.reversed() {
      steps[index].outputs = steps[index].outputs.map { slot in
        slot.flatMap { wanted.contains($0) ? $0 : nil }
      }
      for slot in steps[index].inputs where wanted.insert(slot).inserted {
        steps[index].releases.append(slot)
      }
    }
    let plan = ScoringPlan(
      slotCount: slotCount, constants: constants, inputSlots: inputs.map(\.slot),
      outputSlots: outputs.map(\.slot), steps: steps)
    return ScoringGraph(
      inputs: inputs.map(\.port), outputs: outputs.map(\.port), rowLength: rowLength, plan: plan)
  }

  private mutating func value(_ type: ElementType) -> Value {
    defer { slotCount += 1 }
    return Value(slot: slotCount, type: type)
  }
}
