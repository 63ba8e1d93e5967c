/// The model that is written: one ONNX graph from raw columns to answers.
struct TrainedModel: Sendable {
  let fitted: FittedCandidate
  let task: LearningTask
  /// The model file, byte for byte.
  let onnx: [UInt8]
  let graph: ScoringGraph

  init(
    _ fitted: FittedCandidate, _ trial: CandidateTrial, _ target: TargetEncoding
  ) throws(LearnerError) {
    self.fitted = fitted
    task = target.task
    var metadata = [(key: "target", value: target.name)]
    if let positive = target.positive {
      metadata.append((key: "positive_label", value: positive))
    }
    let model = try ModelGraph(
      estimator: fitted.estimator, response: fitted.response,
      calibration: trial.calibration?.calibration,
      answer: target.answer(threshold: trial.threshold?.threshold), metadata: metadata
    ).model()
    onnx = model.encode()
    graph = try ScoringGraph(model)
  }

  /// What the model file answers: the probability of the positive label, those of every class row by
  /// row, or a number.
  func predictions(_ table: Table) throws(LearnerError) -> [Double] {
    switch task {
    case .binary: try graph.positiveProbabilities(table)
    case .multiclass: try graph.probabilities(table)
    case .regression: try graph.predictions(table)
    }
  }
}

extension TargetEncoding {
  /// What a model answers; a threshold belongs to two labels.
  fileprivate func answer(threshold: Double?) -> ModelGraph.Answer {
    switch task {
    case .binary:
      .binary(
        classes: classes, areIntegers: hasIntegerClasses, threshold: Float(threshold ?? 0.5))
    case .multiclass: .multiclass(classes: classes, areIntegers: hasIntegerClasses)
    case .regression: .number
    }
  }
}
