/// One round of successive halving on its way through the rungs.
struct HalvingRound {
  typealias Report = (TrialResult) throws(LearnerError) -> Void
  typealias Evaluate = (_ trial: Trial, _ share: Double) throws(LearnerError) -> Double

  private let largerIsBetter: Bool
  private let report: Report
  /// By number; as long as they run, their outcome says nothing.
  private var running: [TrialResult]
  /// In the order in which they ended.
  private var ended: [TrialResult] = []

  init(_ trials: [Trial], largerIsBetter: Bool, report: @escaping Report) {
    self.largerIsBetter = largerIsBetter
    self.report = report
    running = trials.map { TrialResult(trial: $0, scores: [], outcome: .outOfTime) }
  }

  /// What became of the trials that were begun, by number.
  var results: [TrialResult] { ended.sorted(by: TrialResult.isEarlier) }

  /// Goes through the rungs, until the last one or the end of the time.
  mutating func run(
    _ rungs: HalvingRungs, isOver: () -> Bool, evaluate: Evaluate
  ) throws(LearnerError) {
    for (rung, share) in rungs.shares.enumerated() {
      guard try climb(to: rung, share: share, isOver: isOver, evaluate: evaluate) else { return }
      let isLast = rung + 1 == rungs.counts.count
      running.sort { $0.isBetter(than: $1, largerIsBetter: largerIsBetter) }
      let kept = isLast ? 0 : rungs.counts[rung + 1]
      try end(Array(running.dropFirst(kept)), isLast ? .finished : .stopped)
      running = running.prefix(kept).sorted(by: TrialResult.isEarlier)
    }
  }

  /// Scores what is running.
  ///
  /// - Returns: `false` when the time was over before all were scored; then all have ended.
  private mutating func climb(
    to rung: Int, share: Double, isOver: () -> Bool, evaluate: Evaluate
  ) throws(LearnerError) -> Bool {
    var waiting = running[...]
    running = []
    // The very first fit has all the time that it needs: without one there is no answer.
    while let next = waiting.first, !isOver() || next.trial.number + rung == 0 {
      waiting.removeFirst()
      do throws(LearnerError) {
        let score = TrialResult.RungScore(
          rung: rung, share: share, score: try evaluate(next.trial, share))
        running.append(next.adding(score))
      } catch {
        if case .registry = error { throw error }
        try end([next], .failed(error))
      }
    }
    guard !waiting.isEmpty else { return true }
    try end((running + waiting).filter { !$0.scores.isEmpty }, .outOfTime)
    return false
  }

  private mutating func end(
    _ trials: [TrialResult], _ outcome: TrialResult.Outcome
  ) throws(LearnerError) {
    for trial in trials.sorted(by: TrialResult.isEarlier) {
      let result = TrialResult(trial: trial.trial, scores: trial.scores, outcome: outcome)
      ended.append(result)
      try report(result)
    }
  }
}
