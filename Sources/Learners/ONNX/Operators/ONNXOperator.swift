/// An operator that ONNX files name.
///
/// One type a file; a row in ``ONNXOperatorTable`` makes it known.
protocol ONNXOperator: TensorOperator {
  /// Reads the attributes; those it does not ask for are refused afterwards.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError)
}
