/// An operator that ONNX can say too.
protocol ONNXWritable: TensorOperator {
  /// Adds nodes that compute what the operator computes.
  ///
  /// - Parameters:
  ///   - inputs: What it takes.
  ///   - name: Begins the names of all values that it adds.
  ///   - builder: Where the nodes go.
  /// - Returns: What its outputs are called.
  /// - Throws: ``LearnerError/unwritableONNX(_:)`` for what ONNX has no words for.
  func write(
    _ inputs: [WrittenValue], named name: String, to builder: inout GraphBuilder
  ) throws(LearnerError) -> [String]
}

/// A value of a graph as a file names it.
struct WrittenValue {
  let name: String
  let type: ElementType
}
