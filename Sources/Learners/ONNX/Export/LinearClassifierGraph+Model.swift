extension LinearClassifierGraph {
  /// The model as ONNX: ir 7, ai.onnx 13, ai.onnx.ml 2, which every onnxruntime since 1.16 runs.
  ///
  /// The model takes one [rows, 1] tensor for each column, float or text, by the column's own name.
  /// It gives `label` [rows], int64 or text, and `probabilities` [rows, 2] for the negative and the
  /// positive label. A categorical column without any level is an input that changes nothing.
  ///
  /// - Throws: ``LearnerError/unwritableONNX(_:)`` when a column is named `label` or
  ///   `probabilities`, names or levels repeat, a number is not finite, or there is not one
  ///   coefficient for each feature.
  /// - Complexity: O(columns + levels).
  package func model() throws(LearnerError) -> ONNXModel {
    try check()
    var graph = ONNXGraph()
    graph.name = "linear classifier"
    graph.inputs = inputs.map(\.valueInfo)
    graph.outputs = outputs
    var builder = LinearGraphBuilder(graph, avoiding: inputs.map(\.name))
    builder.addNumeric(inputs)
    for input in inputs { builder.addCategorical(input) }
    builder.addClassifier(attributes: classifierAttributes)

    var model = ONNXModel()
    model.irVersion = 7
    model.producerName = "registry"
    model.operatorSets = [
      ONNXOperatorSet(domain: ONNXDomain.standard.rawValue, version: 13),
      ONNXOperatorSet(domain: ONNXDomain.learning.rawValue, version: 2),
    ]
    model.graph = builder.graph
    model.metadata = metadata.map { ONNXProperty(key: $0.key, value: $0.value) }
    return model
  }

  private var outputs: [ONNXValueInfo] {
    let type: ElementType = if case .integers = labels { .int64 } else { .string }
    return [
      ONNXValueInfo(name: Self.labelName, type: type, shape: [.rows]),
      ONNXValueInfo(name: Self.probabilitiesName, type: .float, shape: [.rows, .fixed(2)]),
    ]
  }

  private var classifierAttributes: [ONNXAttribute] {
    let labels: ONNXAttribute =
      switch labels {
      case .integers(let negative, let positive):
        ONNXAttribute("classlabels_ints", .ints([negative, positive]))
      case .texts(let negative, let positive):
        ONNXAttribute("classlabels_strings", .strings([negative, positive]))
      }
    return [
      labels,
      ONNXAttribute("coefficients", .floats(coefficients)),
      ONNXAttribute("intercepts", .floats([intercept])),
      ONNXAttribute("post_transform", .string(ONNXScoreTransform.logistic.rawValue)),
    ]
  }
}

extension LinearClassifierGraph.Input {
  fileprivate var valueInfo: ONNXValueInfo {
    let type: ElementType = if case .numeric = encoding { .float } else { .string }
    return ONNXValueInfo(name: name, type: type, shape: [.rows, .fixed(1)])
  }
}

extension ONNXDimension {
  /// The axis that each batch chooses.
  fileprivate static var rows: ONNXDimension { .named("rows") }
}
