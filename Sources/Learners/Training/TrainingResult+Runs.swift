internal import Registry

extension TrainingResult {
  /// The run that leaves the model.
  func record(_ id: RunID, at now: Timestamp, name: String?) -> RunRecord {
    var record = RunRecord(
      id, status: .finished, createdAt: now, durationSeconds: duration.seconds)
    describe(&record, candidate)
    record.name = name
    record.metrics = EvaluationMetrics(
      fields: [
        "primary_metric": .string(metric.rawValue),
        "validation_metrics": .object(validationMetrics.json),
        "test_metrics": .object(testMetrics.json),
      ])
    if !trained.fitted.validationLosses.isEmpty {
      record.curves.append(
        RunCurve("validation.\(lossName)", trained.fitted.validationLosses))
    }
    if rows.isCrossValidated {
      record.curves.append(RunCurve("folds.\(metric.rawValue)", winner.foldScores))
    }
    return record
  }

  /// A run for each set of hyperparameters that a search tried.
  func trialRecords(of parent: RunID, at now: Timestamp) -> [RunRecord] {
    searched.map { searched in
      let trial = searched.result
      var record = RunRecord(
        RunID.new(), status: trial.status, createdAt: now,
        durationSeconds: searched.duration.seconds)
      describe(&record, trial.trial.candidate)
      record.parent = parent
      record.name = "trial \(trial.trial.number)"
      record.resource = trial.scores.last?.share
      if case .failed(let error) = trial.outcome { record.error = error.message }
      if let last = trial.scores.last, last.score.isFinite {
        record.metrics = EvaluationMetrics(
          fields: [
            "primary_metric": .string(metric.rawValue),
            "validation_metrics": .object([metric.rawValue: .double(last.score)]),
          ])
      }
      record.curves = [RunCurve("rungs.\(metric.rawValue)", trial.scores.map(\.score))]
      return record
    }
  }

  /// What every run of this training has in common, and what it tried.
  private func describe(_ record: inout RunRecord, _ candidate: Candidate) {
    record.codeVersion = CodeVersion.current()
    record.dataFile = PathText.split(pipeline.data).name
    record.dataSHA256 = dataSHA256
    record.seed = pipeline.seed
    record.modelFamily = candidate.family.metadataName
    record.parameters = candidate.hyperparameters
  }

  private var lossName: String {
    target.task == .regression ? "mse" : Metric.logLoss.rawValue
  }
}

extension TrialResult {
  fileprivate var status: RunStatus {
    switch outcome {
    case .finished: .finished
    case .stopped, .outOfTime: .stopped
    case .failed: .failed
    }
  }
}
