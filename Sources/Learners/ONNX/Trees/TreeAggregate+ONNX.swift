extension TreeAggregate {
  /// The attribute `aggregate_function`.
  ///
  /// Source: onnxruntime's `tree_ensemble_aggregator.h`.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    switch try attributes.string("aggregate_function") ?? "SUM" {
    case "SUM": self = .sum
    case "AVERAGE": self = .average
    case "MIN": self = .minimum
    case "MAX": self = .maximum
    case let name:
      throw .unsupportedONNX(
        .attribute("aggregate_function", value: name, node: attributes.node))
    }
  }
}
