extension ScoringModel {
  /// A model of XGBoost or LightGBM, which call classes by their numbers from 0 on.
  ///
  /// - Parameters:
  ///   - format: Of the file.
  ///   - features: What the model takes of a row.
  ///   - builder: The graph, but for its output.
  ///   - answer: As many numbers a row as there are classes, of two that of the second only; or one.
  ///   - classCount: `nil` for a model that predicts numbers.
  init(
    format: ModelFormat, features: [ModelFeature], _ builder: consuming ScoringGraphBuilder,
    _ answer: ScoringGraphBuilder.Value, classCount: Int?
  ) {
    let width = classCount.map { $0 == 2 ? 1 : $0 } ?? 1
    let name =
      classCount == nil ? ModelGraph.OutputName.prediction : ModelGraph.OutputName.probabilities
    builder.output(
      answer,
      GraphPort(name: name, type: answer.type, shape: [.unknown, .fixed(Int64(width))]))
    let labels = classCount.map { count in
      ModelLabels(texts: (0..<count).map { String($0) }, areIntegers: true)
    }
    self.init(
      format: format, graph: builder.graph(), features: features,
      answer: labels.map { .probabilities(output: 0, labels: $0) } ?? .number(output: 0))
  }
}
