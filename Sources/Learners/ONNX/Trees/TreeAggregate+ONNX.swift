extension TreeAggregate {
  /// The attribute `aggregate_function`.
  ///
  /// Source: onnxruntime's `tree_ensemble_aggregator.h`.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let name = try attributes.string("aggregate_function") ?? "SUM"
    guard let aggregate = Self.allCases.first(where: { $0.onnxName == name }) else {
      throw .unsupportedONNX(
        .attribute("aggregate_function", value: name, node: attributes.node))
    }
    self = aggregate
  }

  /// What the attribute calls it.
  var onnxName: String {
    switch self {
    case .sum: "SUM"
    case .average: "AVERAGE"
    case .minimum: "MIN"
    case .maximum: "MAX"
    }
  }
}
