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
      time: time, model: pipeline.model.rawValue,
      dataFile: PathText.split(pipeline.data).name, dataSHA256: result.dataSHA256,
      target: result.target.name,
      rows: .init(
        training: result.rows.train.rowCount, validation: result.rows.validation.rowCount,
        test: result.rows.test.rowCount),
      splitMethod: "stratified", seed: pipeline.seed, columnCount: result.features.count,
      metric: pipeline.metric.rawValue,
      threshold: .init(value: TrainingResult.threshold, policy: "fixed"),
      metrics: Metric.measured(for: .binary).map {
        .init(
          name: $0.rawValue, validation: $0.value(in: result.validationMetrics),
          test: $0.value(in: result.testMetrics))
      },
      outcome: .binary(
        classes: result.target.classes, probabilities: result.testProbabilities,
        labels: result.rows.testLabels),
      weights: .init(
        kind: .coefficient,
        entries: zip(
          result.fitted.transformer.featureNames, result.fitted.regression.coefficients
        ).map { .init(name: $0, value: $1) }))
    warnings = result.notes.map { "'\($0.column)': \($0.reason.rawValue)" } + result.dataWarnings
    if !result.converged { warnings.append("the fit stopped before it reached its tolerance") }
  }
}
