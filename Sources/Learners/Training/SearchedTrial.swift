internal import Registry

/// A set of hyperparameters that a search tried, and the run that it is recorded as.
struct SearchedTrial: Sendable {
  let result: TrialResult
  let run: RunID
  let startedAt: Timestamp
  let duration: Duration
}

/// When trials of a search began and how long they took.
struct TrialTimes {
  private typealias Times = (run: RunID, startedAt: Timestamp, duration: Duration)
  private var times: [Int: Times] = [:]
  private var runs: Set<RunID>

  /// - Parameter run: the one that the search belongs to.
  init(of run: RunID) { runs = [run] }

  /// Notes that a trial goes on now.
  mutating func begin(_ trial: Trial) {
    guard times[trial.number] == nil else { return }
    var run = RunID.new()
    // Many begin within a millisecond.
    while !runs.insert(run).inserted { run = RunID.new() }
    times[trial.number] = (run, Timestamp.now(), .zero)
  }

  mutating func add(_ duration: Duration, to trial: Trial) {
    times[trial.number]?.duration += duration
  }

  /// What became of a trial that was begun.
  func searched(_ result: TrialResult) -> SearchedTrial? {
    times[result.trial.number].map {
      SearchedTrial(
        result: result, run: $0.run, startedAt: $0.startedAt, duration: $0.duration)
    }
  }
}
