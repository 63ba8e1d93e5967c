/// What a step of a graph does, made ready once and run for every batch.
protocol TensorOperator: Sendable {
  /// How many elements the operator makes of a row, as far as it can tell: an estimate, by which callers
  /// choose how many rows to score at once.
  var rowLength: Int { get }

  /// The element types of the outputs, or an error when the operator does not take such inputs.
  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType]

  /// The outputs for one batch. `inputs` are those that are given, of types that
  /// ``outputTypes(for:node:)`` took; their shapes are unchecked.
  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor]
}

extension TensorOperator {
  var rowLength: Int { 1 }
}
