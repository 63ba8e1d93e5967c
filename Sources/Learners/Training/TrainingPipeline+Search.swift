extension TrainingPipeline {
  /// Looks for better hyperparameters, and lets those that learned from all rows compete.
  ///
  /// - Returns: every set that was tried; none without a budget.
  func search(
    _ evaluation: CandidateEvaluation, into comparison: inout Comparison,
    observer: TrainingObserver
  ) throws(LearnerError) -> [SearchedTrial] {
    guard let budget = search else { return [] }
    let families = try candidates(for: evaluation.data.target.task).map(\.family)
    var search = HyperparameterSearch(space: searchSpace.limited(to: families), budget: budget)
    search.settings = parameters
    search.seed = seed
    search.largerIsBetter = evaluation.metric.largerIsBetter
    let clock = ContinuousClock()
    var durations: [Int: Duration] = [:]
    var whole: [Int: CandidateTrial] = [:]
    let result = try search.run { (trial, share) throws(LearnerError) in
      let start = clock.now
      defer { durations[trial.number, default: .zero] += clock.now - start }
      let measured = try evaluation.trial(
        trial.candidate, share: share, named: "trial \(trial.number), ", observer: observer)
      if share == 1 { whole[trial.number] = measured }
      return measured.score
    }
    for number in whole.keys.sorted() {
      if let trial = whole[number] { comparison.add(trial) }
    }
    return result.trials.map {
      SearchedTrial(result: $0, duration: durations[$0.trial.number] ?? .zero)
    }
  }
}

/// A set of hyperparameters that a search tried, and how long that took.
struct SearchedTrial: Sendable {
  let result: TrialResult
  let duration: Duration
}
