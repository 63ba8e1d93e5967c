/// A model as steps over tensors, made ready to score batches: the one form in which every model is
/// scored, whatever file it came from.
///
/// What does not depend on the batch was checked when the graph was made: operators, constants, element
/// types, and that every value is made before it is used, which leaves no room for a cycle.
package struct ScoringGraph: Sendable {
  /// What a batch gives, in the order of the model.
  package let inputs: [GraphPort]
  /// What a batch gets, in the order of the model.
  package let outputs: [GraphPort]
  /// About how many elements all values of one row have together.
  let rowLength: Int
  let plan: ScoringPlan

  init(inputs: [GraphPort], outputs: [GraphPort], rowLength: Int, plan: ScoringPlan) {
    self.inputs = inputs
    self.outputs = outputs
    self.rowLength = rowLength
    self.plan = plan
  }

  /// Scores one batch.
  ///
  /// - Parameter tensors: One for each of ``inputs``, in that order.
  /// - Returns: One for each of ``outputs``, in that order; without rows for an empty batch.
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` when the batch does not fit ``inputs``;
  ///   ``LearnerError/brokenONNX(_:)`` when shapes inside the model do not fit each other;
  ///   ``LearnerError/unsupportedONNX(_:)`` when a value would be too large: score fewer rows.
  /// - Complexity: O(rows · size of the model) time; at most two values of
  ///   ``Tensor/maximumCount`` elements more than the batch in memory.
  func run(ordered tensors: [Tensor]) throws(LearnerError) -> [Tensor] {
    var lengths: [UTF8Key: Int] = [:]
    for (input, tensor) in zip(inputs, tensors) { try input.check(tensor, &lengths) }
    return try plan.run(tensors)
  }
}
