/// Looks for good hyperparameters by random search with successive halving.
///
/// Many sets of hyperparameters are fitted on a share of the training rows, the best third of them
/// on three times as many, and so on, until few are fitted on all.
///
/// Source: Jamieson and Talwalkar (2016), *Non-stochastic best arm identification and hyperparameter
/// optimization*, AISTATS; scikit-learn's `HalvingRandomSearchCV`, whose factor and numbers of
/// candidates these are.
public struct HyperparameterSearch: Sendable {
  /// What is drawn from.
  public var space: SearchSpace
  /// How long it goes on.
  public var budget: SearchBudget
  /// What is the same in every trial; comes before the space.
  public var settings: [ParameterSetting] = []
  /// Where the draws start from.
  public var seed: UInt64 = 42
  /// Whether a larger score is the better one.
  public var largerIsBetter = true
  /// No trial learns from a smaller share of the rows than this: on too few, scores say nothing.
  public var smallestShare = 0.01

  /// With time for a budget, rounds of halving with so many trials follow each other.
  private static let trialsInTime = 9
  /// More is a slip.
  private static let mostTrials = 100_000

  /// A search that is still to be run.
  public init(space: SearchSpace, budget: SearchBudget) {
    self.space = space
    self.budget = budget
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - report: Told of each trial once it has ended, in the same order for the same results.
  ///   - evaluate: Fits a candidate on a share of the training rows, above 0 and at most 1, and
  ///     answers its score on rows that it did not see. A ``LearnerError`` fails the trial and not
  ///     the search, but for ``LearnerError/registry(_:)``: what the disk or a person refuses.
  /// - Returns: Every trial and the best one.
  /// - Throws: The error of the first trial when all fail; what `report` throws;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for a budget below 1 trial;
  ///   ``LearnerError/parameters(_:)`` when there is nothing to search.
  public func run(
    report: @escaping (TrialResult) throws(LearnerError) -> Void = { _ in },
    evaluate: (_ trial: Trial, _ share: Double) throws(LearnerError) -> Double
  ) throws(LearnerError) -> SearchResult {
    var trials: [TrialResult] = []
    let (count, isOver) = try limits()
    let rungs = HalvingRungs(trialCount: count, smallestShare: smallestShare)
    while true {
      var next: [Trial] = []
      for number in trials.count..<trials.count + count { next.append(try trial(number)) }
      var round = HalvingRound(next, largerIsBetter: largerIsBetter, report: report)
      try round.run(rungs, isOver: isOver, evaluate: evaluate)
      trials += round.results
      // Where nothing can be fitted, more of it helps nobody.
      if !budget.hasRounds || isOver() || round.results.allSatisfy({ $0.failure != nil }) { break }
    }
    let scored = trials.filter { $0.failure == nil }
    guard let best = scored.min(by: { $0.isBetter(than: $1, largerIsBetter: largerIsBetter) })
    else {
      throw trials.first?.failure ?? .noRows
    }
    return SearchResult(trials: trials, best: best)
  }

  /// How many trials a round has, and whether there may be no more of anything.
  private func limits() throws(LearnerError) -> (roundTrials: Int, isOver: () -> Bool) {
    switch budget {
    case .trials(let count):
      guard (1...Self.mostTrials).contains(count) else {
        throw .hyperparameterOutOfRange(
          name: "trials", value: "\(count)", allowed: "a number from 1 to \(Self.mostTrials)")
      }
      return (count, { false })
    case .time(let duration, let clock):
      let end = clock() + duration
      return (Self.trialsInTime, { clock() >= end })
    }
  }

  private func trial(_ number: Int) throws(LearnerError) -> Trial {
    var candidate = try space.candidate(ofTrial: number, seed: seed)
    for setting in settings { try setting.apply(to: &candidate) }
    return Trial(number: number, candidate: candidate)
  }
}
