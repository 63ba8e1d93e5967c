internal import Registry

/// The candidates that were tried, and those that could not be fitted.
struct Comparison: Sendable {
  let metric: Metric
  /// In the order in which they were tried.
  private(set) var trials: [CandidateTrial] = []
  /// What could not be fitted, and why.
  private(set) var failures: [(candidate: Candidate, error: LearnerError)] = []

  /// Tries a candidate; one that cannot be fitted is remembered.
  ///
  /// - Throws: what has nothing to do with the candidate: an interruption, or a failed call.
  mutating func add(
    _ candidate: Candidate, _ trial: () throws(LearnerError) -> CandidateTrial
  ) throws(LearnerError) {
    do { trials.append(try trial()) } catch {
      guard error.exitCode == .usage else { throw error }
      failures.append((candidate, error))
    }
  }

  /// Adds a candidate that was tried.
  mutating func add(_ trial: CandidateTrial) { trials.append(trial) }

  /// All that were tried, the best one first; of equally good ones the one that was tried first.
  var ranked: [CandidateTrial] {
    let order = trials.indices.sorted { first, second in
      let (one, other) = (trials[first].score, trials[second].score)
      if one == other || one.isNaN && other.isNaN { return first < second }
      if one.isNaN || other.isNaN { return other.isNaN }
      return metric.largerIsBetter ? one > other : one < other
    }
    return order.map { trials[$0] }
  }

  /// The best one.
  ///
  /// - Throws: why the first one could not be fitted, where none could.
  func winner() throws(LearnerError) -> CandidateTrial {
    if let winner = ranked.first { return winner }
    throw failures.first?.error ?? .noRows
  }
}
