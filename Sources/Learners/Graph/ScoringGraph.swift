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

  /// Scores one batch, without names.
  ///
  /// - Parameter tensors: One for each of ``inputs``, in that order.
  /// - Returns: One for each of ``outputs``, in that order.
  /// - Throws: As ``run(_:)``.
  func run(ordered tensors: [Tensor]) throws(LearnerError) -> [Tensor] {
    var lengths: [UTF8Key: Int] = [:]
    for (input, tensor) in zip(inputs, tensors) { try input.check(tensor, &lengths) }
    return try plan.run(tensors)
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
