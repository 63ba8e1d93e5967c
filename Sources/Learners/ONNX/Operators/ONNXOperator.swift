/// What a node does, made ready once and run for every batch.
///
/// One type a file; a row in ``ONNXOperatorTable`` makes it known.
protocol ONNXOperator: Sendable {
  /// Reads the attributes; those it does not ask for are refused afterwards.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError)

  /// How many elements the operator makes of a row, as far as its attributes tell: an estimate, by which
  /// callers choose how many rows to score at once.
  var rowLength: Int { get }

  /// The element types of the outputs, or an error when the operator does not take such inputs.
  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType]

  /// The outputs for one batch. `inputs` are those that are given, of types that
  /// ``outputTypes(for:node:)`` took; their shapes are unchecked.
  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor]
}

extension ONNXOperator {
  var rowLength: Int { 1 }
}
