internal import Registry

extension TrainingPipeline {
  /// Looks for better hyperparameters, and lets those that learned from all rows compete.
  ///
  /// - Parameters:
  ///   - evaluation: measures candidates.
  ///   - comparison: what they compete in.
  ///   - run: the one that the search belongs to.
  ///   - observer: told how far it is.
  /// - Returns: every set that was tried; none without a budget.
  /// - Throws: what has nothing to do with hyperparameters. A search in which nothing can be fitted
  ///   is no error: the candidates that were tried before remain.
  func search(
    _ evaluation: CandidateEvaluation, into comparison: inout Comparison, of run: RunID,
    observer: TrainingObserver
  ) throws(LearnerError) -> [SearchedTrial] {
    guard let budget = search else { return [] }
    let families = try candidates(for: evaluation.data.target.task).map(\.family)
    var search = HyperparameterSearch(space: searchSpace.limited(to: families), budget: budget)
    search.settings = parameters
    search.seed = seed
    search.largerIsBetter = evaluation.metric.largerIsBetter
    search.smallestShare = max(search.smallestShare, evaluation.data.smallestShare)
    let clock = ContinuousClock()
    var times = TrialTimes(of: run)
    var ended: [TrialResult] = []
    do throws(LearnerError) {
      _ = try search.run(report: { ended.append($0) }) { (trial, share) throws(LearnerError) in
        times.begin(trial)
        let start = clock.now
        defer { times.add(clock.now - start, to: trial) }
        var measured = try evaluation.trial(
          trial.candidate, share: share, named: "trial \(trial.number), ", observer: observer)
        measured.number = trial.number
        if share == 1 { comparison.add(measured) }
        return measured.score
      }
    } catch {
      guard !ended.isEmpty, ended.allSatisfy({ $0.failure != nil }) else { throw error }
    }
    return ended.sorted { $0.trial.number < $1.trial.number }.compactMap(times.searched)
  }
}
