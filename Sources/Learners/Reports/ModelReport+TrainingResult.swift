internal import Registry

extension ModelReport {
  /// The report on a training.
  init(result: TrainingResult, at time: Timestamp) {
    content = Content(result: result, at: time)
  }
}

extension ModelReport.Content {
  fileprivate init(result: TrainingResult, at time: Timestamp) {
    let pipeline = result.pipeline
    self.init(
      time: time, model: result.candidate.family.rawValue,
      dataFile: PathText.split(pipeline.data).name, dataSHA256: result.dataSHA256,
      target: result.target.name,
      rows: .init(
        training: result.rows.learned.count, validation: result.winner.rows.count,
        test: result.rows.test.count),
      splitMethod: result.splitPhrase, seed: pipeline.seed, columnCount: result.features.count,
      metric: result.metric.rawValue,
      candidates: result.candidates.map {
        .init(
          model: $0.candidate.family.rawValue, score: $0.score, deviation: $0.deviation,
          seconds: $0.duration.seconds, hyperparameters: $0.candidate.hyperparameters)
      },
      calibration: result.calibration == .none ? nil : result.calibration.rawValue,
      threshold: result.winner.threshold.map {
        .init(value: $0.threshold, policy: $0.policy.phrase)
      },
      metrics: Metric.measured(for: result.target.task).map {
        .init(
          name: $0.rawValue, validation: result.validationMetrics.value(of: $0),
          test: result.testMetrics.value(of: $0))
      },
      outcome: result.outcome, weights: result.weights,
      losses: .init(validation: result.trained.fitted.validationLosses))
    warnings =
      result.notes.map { "'\($0.column)': \($0.reason.rawValue)" } + result.dataWarnings
      + result.warnings
  }
}

extension TrainingResult {
  /// How the rows were divided, in a few words.
  fileprivate var splitPhrase: String {
    let method =
      rows.method.column.map { "\(rows.method.metadataName) by '\($0)'" }
      ?? rows.method.metadataName
    return pipeline.folds.map { "\(method), candidates by \($0) folds" } ?? method
  }

  fileprivate var outcome: ModelReport.Outcome {
    let truth = target.rows(rows.test)
    return switch target.task {
    case .binary:
      .binary(
        classes: target.classes, probabilities: testPredictions, labels: truth.labels)
    case .multiclass:
      .multiclass(
        classes: target.classes, probabilities: testPredictions, labels: truth.labels)
    case .regression: .regression(predicted: testPredictions, actual: truth.numbers)
    }
  }
}

extension ThresholdPolicy {
  /// How the threshold was found, in a few words.
  fileprivate var phrase: String {
    switch self {
    case .fixed: "fixed"
    case .maximizeF1: "maximises f1"
    case .maximizeRecall(let least): "maximises recall with a precision of at least \(least)"
    case .maximizePrecision(let least): "maximises precision with a recall of at least \(least)"
    }
  }
}
