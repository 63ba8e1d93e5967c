/// Fits candidates and measures them on rows that they did not learn from.
struct CandidateEvaluation {
  let data: TrainingData
  let metric: Metric
  let calibration: CalibrationMethod
  let threshold: ThresholdPolicy
  let seed: UInt64

  /// Fits and measures in every round.
  ///
  /// - Parameters:
  ///   - candidate: what to fit.
  ///   - share: of the rows to learn from so many are used, above 0, at most 1.
  ///   - name: what it belongs to, for the observer.
  ///   - observer: told how far it is.
  /// - Returns: the candidate with everything that was measured of it.
  /// - Throws: what the algorithm or the observer throws.
  func trial(
    _ candidate: Candidate, share: Double = 1, named name: String = "",
    observer: TrainingObserver
  ) throws(LearnerError) -> CandidateTrial {
    let clock = ContinuousClock()
    let start = clock.now
    let width = data.target.scoreCount
    var first: FittedCandidate?
    var scores = [Double](repeating: 0, count: width * data.features.rowCount)
    for (number, round) in data.rounds.enumerated() {
      let fold = data.isCrossValidated ? "fold \(number + 1) of \(data.rounds.count), " : ""
      let rows = try data.part(share, of: round.train, seed: seed)
      let fitted = try fit(
        candidate, rows, watching: round.validation, name + fold, observer)
      let answers = try fitted.scores(data.features.rows(round.validation))
      for (index, row) in round.validation.enumerated() {
        for place in 0..<width { scores[row * width + place] = answers[index * width + place] }
      }
      first = first ?? fitted
    }
    guard let first else { throw .noRows }
    let measured = data.measured.flatMap { scores[$0 * width..<($0 + 1) * width] }
    return try measure(candidate, first, measured, clock.now - start)
  }

  /// Fits the rows that the model that is written learns from.
  func finalModel(
    of trial: CandidateTrial, observer: TrainingObserver
  ) throws(LearnerError) -> FittedCandidate {
    guard data.isCrossValidated else { return trial.fitted }
    return try fit(trial.candidate, data.learned, "", observer)
  }

  private func fit(
    _ candidate: Candidate, _ rows: [Int], watching watched: [Int] = [], _ prefix: String,
    _ observer: TrainingObserver
  ) throws(LearnerError) -> FittedCandidate {
    let activity = "\(prefix)fitting \(candidate.family.rawValue) on \(rows.count) rows"
    try observer(TrainingProgress(activity))
    return try candidate.fit(
      data.features.rows(rows), data.target.rows(rows), seed: seed,
      watched: watched.isEmpty
        ? nil
        : WatchedRows(features: data.features.rows(watched), target: data.target.rows(watched))
    ) { done, total throws(LearnerError) in
      try observer(TrainingProgress(activity, done: done, of: total, unit: candidate.family.unit))
    }
  }

  /// Calibrates, chooses a threshold, and measures.
  private func measure(
    _ candidate: Candidate, _ fitted: FittedCandidate, _ scores: [Double], _ duration: Duration
  ) throws(LearnerError) -> CandidateTrial {
    let rows = data.measured
    let target = data.target.rows(rows)
    let plain = fitted.predictions(scores, classCount: target.classes.count)
    guard target.task == .binary else {
      let metrics = try ModelMetrics(plain, target)
      return CandidateTrial(
        candidate: candidate, rows: rows, predictions: plain, calibration: nil, threshold: nil,
        metrics: metrics, foldScores: try foldScores(plain, nil, rows), fitted: fitted,
        duration: duration)
    }
    let calibrated = try calibration.fit(
      scores: scores, probabilities: plain, labels: target.labels, seed: seed)
    let predictions = calibrated.probabilities
    let choice = try threshold.choose(probabilities: predictions, labels: target.labels)
    return CandidateTrial(
      candidate: candidate, rows: rows, predictions: predictions, calibration: calibrated,
      threshold: choice,
      metrics: try ModelMetrics(predictions, target, threshold: choice.threshold),
      foldScores: try foldScores(predictions, choice.threshold, rows), fitted: fitted,
      duration: duration)
  }

  /// What the candidate is ranked by, fold by fold.
  private func foldScores(
    _ predictions: [Double], _ threshold: Double?, _ rows: [Int]
  ) throws(LearnerError) -> [Double] {
    let width = predictions.count / max(1, rows.count)
    let places = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    var values: [Double] = []
    for round in data.rounds {
      let indices = round.validation.compactMap { places[$0] }
      let metrics = try ModelMetrics(
        indices.flatMap { predictions[$0 * width..<($0 + 1) * width] },
        data.target.rows(round.validation), threshold: threshold)
      values.append(metrics.value(of: metric) ?? .nan)
    }
    return values
  }
}
