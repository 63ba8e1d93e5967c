/// A model of any format as an ONNX file: every step of its graph as nodes, and answers as our own models
/// give them.
struct ONNXTranslation {
  let model: ScoringModel
  /// Which column each feature is; the file's inputs are called so.
  let columns: [String]
  let answer: ModelGraph.Answer
  /// For each label of the answer, its place among those of the model.
  let places: [Int]
  /// How many numbers the model answers for a row: of two labels both, or that of the second only.
  let width: Int

  /// The file: ir 8, ai.onnx 15, ai.onnx.ml 3, in which trees compare doubles.
  ///
  /// - Throws: ``LearnerError/unwritableONNX(_:)`` for a step that ONNX has no words for.
  func onnx() throws(LearnerError) -> ONNXModel {
    var graph = ONNXGraph()
    graph.name = "converted from \(model.format.rawValue)"
    let ports = portColumns
    graph.inputs = zip(model.graph.inputs, ports).flatMap { port, columns in
      columns.map { ONNXValueInfo(name: $0, type: port.type, shape: [.rows, .fixed(1)]) }
    }
    graph.outputs = answer.outputs(
      scoresName: ModelGraph.OutputName.scores, scoreCount: width)
    var builder = GraphBuilder(graph, avoiding: columns)
    let inputs = zip(model.graph.inputs, ports).enumerated().map { index, input in
      WrittenValue(name: builder.concat(input.1, "input \(index)"), type: input.0.type)
    }
    let answers = try model.graph.write(inputs, named: "", to: &builder)
    addAnswer(answers[model.answer.output], to: &builder)
    return file(builder.graph)
  }

  /// For each input of the graph, the columns that stand side by side in it.
  private var portColumns: [[String]] {
    var ports = [[String]](repeating: [], count: model.graph.inputs.count)
    for (feature, column) in zip(model.features, columns) {
      if let input = feature.input { ports[input].append(column) }
    }
    return ports
  }

  private func addAnswer(_ value: WrittenValue, to builder: inout GraphBuilder) {
    let floats = builder.cast(value.name, to: .float, "answer")
    switch answer {
    case .scores: builder.addOutput(ModelGraph.OutputName.scores, "Identity", [floats])
    case .number:
      let shape = builder.constant("prediction shape") { ONNXTensor(name: $0, int64s: [-1, 1]) }
      builder.addOutput(ModelGraph.OutputName.prediction, "Reshape", [floats, shape])
    case .binary(let classes, let areIntegers, let threshold):
      let positive = addPositive(floats, to: &builder)
      builder.addTwoLabels(
        ONNXTensor(labels: classes, areIntegers: areIntegers), positive, threshold: threshold)
    case .multiclass(let classes, let areIntegers):
      builder.addSeveralLabels(
        ONNXTensor(labels: classes, areIntegers: areIntegers),
        builder.columns(places, of: floats, "ordered"))
    }
  }

  /// The probability of the positive label: [rows, 1].
  private func addPositive(_ answers: String, to builder: inout GraphBuilder) -> String {
    guard width == 1 else { return builder.columns([places[1]], of: answers, "positive") }
    // One number a row is that of the second label.
    let second = builder.reshape(answers, [-1, 1], "second shape", "second")
    if places[1] == 1 { return second }
    return builder.add("Sub", [builder.constant("one", 1), second], "positive")
  }

  private func file(_ graph: ONNXGraph) -> ONNXModel {
    var model = ONNXModel()
    model.irVersion = 8
    model.producerName = "registry"
    model.operatorSets = [
      ONNXOperatorSet(domain: ONNXDomain.standard.rawValue, version: 15),
      ONNXOperatorSet(domain: ONNXDomain.learning.rawValue, version: 3),
    ]
    model.graph = graph
    return model
  }
}
