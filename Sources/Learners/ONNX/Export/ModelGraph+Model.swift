extension ModelGraph {
  /// The model as ONNX: ir 7, ai.onnx 13, ai.onnx.ml 2, which every onnxruntime since 1.16 runs.
  ///
  /// The model takes one [rows, 1] tensor for each column, float or text, by the column's own name; what
  /// it gives, ``Answer`` says. A column that nothing looks at is an input that changes nothing.
  ///
  /// - Throws: ``LearnerError/unwritableONNX(_:)`` when a column is named like an output, names, labels
  ///   or levels repeat, a number is not finite, or there is not one coefficient for each feature.
  /// - Complexity: O(columns + levels + nodes of trees).
  func model() throws(LearnerError) -> ONNXModel {
    try check()
    var graph = ONNXGraph()
    graph.name = graphName
    graph.inputs = estimator.columns.map { column in
      ONNXValueInfo(
        name: column.name, type: column.isText ? .string : .float, shape: [.rows, .fixed(1)])
    }
    graph.outputs = answer.outputs(scoresName: scoresName, scoreCount: estimator.scoreCount)
    var builder = GraphBuilder(graph, avoiding: estimator.columns.map(\.name))
    add(to: &builder)

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

  private var graphName: String {
    if case .linear = estimator { "linear model" } else { "tree ensemble" }
  }

  /// `scores`, or what no column is called.
  private var scoresName: String {
    let taken = Set(estimator.columns.map { UTF8Key($0.name) })
    var name = OutputName.scores
    while taken.contains(UTF8Key(name)) { name = "_" + name }
    return name
  }

  private func add(to builder: inout GraphBuilder) {
    let scores =
      switch estimator {
      case .linear(let transformer, let coefficients, let intercepts):
        builder.addLinear(transformer, coefficients: coefficients, intercepts: intercepts)
      case .trees(let ensemble): builder.addTrees(ensemble)
      }
    switch answer {
    case .scores: builder.addOutput(scoresName, "Identity", [scores])
    case .number: builder.addOutput(OutputName.prediction, "Identity", [scores])
    case .binary(let classes, let areIntegers, let threshold):
      let positive =
        if let calibration { builder.addCalibration(calibration, scores) } else {
          builder.addResponse(response, scores)
        }
      builder.addTwoLabels(
        ONNXTensor(labels: classes, areIntegers: areIntegers), positive, threshold: threshold)
    case .multiclass(let classes, let areIntegers):
      builder.addSeveralLabels(
        ONNXTensor(labels: classes, areIntegers: areIntegers),
        builder.addResponse(response, scores))
    }
  }
}

extension ModelGraph.Estimator {
  /// The raw columns, in order.
  var columns: [(name: String, isText: Bool)] {
    switch self {
    case .linear(let transformer, _, _):
      transformer.inputs.map { input in
        if case .categorical = input { (input.name, true) } else { (input.name, false) }
      }
    case .trees(let ensemble):
      ensemble.binner.inputs.map { input in
        if case .categorical = input { (input.name, true) } else { (input.name, false) }
      }
    }
  }

  /// How many scores a row has.
  var scoreCount: Int {
    switch self {
    case .linear(_, _, let intercepts): intercepts.count
    case .trees(let ensemble): ensemble.scoreCount
    }
  }
}

extension ModelGraph.Answer {
  /// The outputs of the file.
  func outputs(scoresName: String, scoreCount: Int) -> [ONNXValueInfo] {
    let names = ModelGraph.OutputName.self
    switch self {
    case .scores: return [.floats(scoresName, width: scoreCount)]
    case .number: return [.floats(names.prediction, width: 1)]
    case .binary(let classes, let areIntegers, _), .multiclass(let classes, let areIntegers):
      return [
        ONNXValueInfo(name: names.label, type: areIntegers ? .int64 : .string, shape: [.rows]),
        .floats(names.probabilities, width: classes.count),
      ]
    }
  }
}

extension ONNXTensor {
  /// The labels of a classifier, nameless.
  init(labels: [String], areIntegers: Bool) {
    if areIntegers {
      self.init(name: "", int64s: labels.compactMap { Int64($0) })
    } else {
      self.init(name: "", strings: labels)
    }
  }
}

extension ONNXValueInfo {
  fileprivate static func floats(_ name: String, width: Int) -> ONNXValueInfo {
    ONNXValueInfo(name: name, type: .float, shape: [.rows, .fixed(Int64(width))])
  }
}

extension ONNXDimension {
  /// The axis that each batch chooses.
  static var rows: ONNXDimension { .named("rows") }
}
