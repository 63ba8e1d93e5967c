/// The steps of a model over numbered slots, one for each value.
struct ScoringPlan: Sendable {
  /// One node, ready to run.
  struct Step: Sendable {
    let node: String
    let operation: any TensorOperator
    let inputs: [Int]
    /// Slots of the outputs; `nil` for one that nobody wants.
    var outputs: [Int?]
    /// Slots that no later step reads.
    var releases: [Int] = []
  }

  let slotCount: Int
  let constants: [(slot: Int, tensor: Tensor)]
  let inputSlots: [Int]
  let outputSlots: [Int]
  let steps: [Step]

  /// How many elements all values that are alive may have together.
  private static let maximumLiveCount = 2 * Tensor.maximumCount

  /// The outputs for one batch; `inputs` are in the order of the input slots.
  func run(_ inputs: [Tensor]) throws(LearnerError) -> [Tensor] {
    var values = [Tensor?](repeating: nil, count: slotCount)
    for (slot, tensor) in constants { values[slot] = tensor }
    for (slot, tensor) in zip(inputSlots, inputs) { values[slot] = tensor }
    var liveCount = inputs.reduce(0) { $0 + $1.elements.size }
    for step in steps { try run(step, &values, &liveCount) }
    return outputSlots.compactMap { values[$0] }
  }

  private func run(
    _ step: Step, _ values: inout [Tensor?], _ liveCount: inout Int
  ) throws(LearnerError) {
    let inputs = step.inputs.compactMap { values[$0] }
    for slot in step.releases {
      liveCount -= values[slot]?.elements.size ?? 0
      values[slot] = nil
    }
    let outputs = try step.operation.run(inputs, node: step.node)
    for (slot, tensor) in zip(step.outputs, outputs) {
      guard let slot else { continue }
      liveCount += tensor.elements.size
      guard liveCount <= Self.maximumLiveCount else {
        throw .unsupportedONNX(.tooLarge(node: step.node, shape: tensor.shape))
      }
      values[slot] = tensor
    }
  }
}
