/// An operator that ONNX files name.
///
/// One type a file; a row in ``ONNXOperatorTable`` makes it known.
protocol ONNXOperator: TensorOperator {
  /// Reads the attributes; those it does not ask for are refused afterwards.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError)

  /// What the values mean that come out, where they are labels or scores of a classifier: this one, or
  /// the one that the first input comes from.
  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin?
}

extension ONNXOperator {
  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? { nil }
}
