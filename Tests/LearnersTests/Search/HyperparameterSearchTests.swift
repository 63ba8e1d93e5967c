import Registry
import Testing

@testable import Learners

@Suite struct `A search of hyperparameters` {
  private let space = SearchSpace([
    .logisticRegression: ["C": .numbers(1e-3...1e3, logarithmic: true)]
  ])

  private func inverseRegularization(_ trial: Trial) -> Double {
    trial.candidate.hyperparameters["C"]?.doubleValue ?? .nan
  }

  /// Best at C = 10, and the better known the more rows there are.
  private func toy(_ trial: Trial, _ share: Double) -> Double {
    let distance = inverseRegularization(trial) - 10
    return -distance * distance - 1 / share
  }

  private func search(_ count: Int) -> HyperparameterSearch {
    HyperparameterSearch(space: space, budget: .trials(count))
  }

  @Test func `finds what is best among what it draws`() throws {
    let result = try search(27).run { trial, share in toy(trial, share) }
    let all = try (0..<27).map {
      Trial(number: $0, candidate: try space.candidate(ofTrial: $0, seed: 42))
    }
    let nearest = all.max { toy($0, 1) < toy($1, 1) }
    #expect(result.best.trial == nearest)
    #expect(result.best.outcome == .finished)
    #expect(result.trials.map(\.trial) == all)
  }

  @Test func `tries the best third of a rung on three times the rows`() throws {
    var calls: [Int: Int] = [:]
    let result = try search(9).run { trial, share in
      calls[Int((9 * share).rounded()), default: 0] += 1
      return toy(trial, share)
    }
    // By hand: 9 trials on a ninth, 3 on three ninths, 1 on all.
    #expect(calls == [1: 9, 3: 3, 9: 1])
    #expect(result.trials.map(\.scores.count).sorted() == [1, 1, 1, 1, 1, 1, 2, 2, 3])
    #expect(result.trials.count { $0.outcome == .stopped } == 8)
    #expect(result.best.scores.map(\.rung) == [0, 1, 2])
    #expect(
      result.best.scores.map(\.score)
        == result.best.scores.map {
          toy(result.best.trial, $0.share)
        })
    // Those that went on were the best of their rung.
    for (earlier, later) in [(1, 2), (2, 3)] {
      let left = result.trials.filter { $0.scores.count == earlier }.map { $0.scores[earlier - 1] }
      let went = result.trials.filter { $0.scores.count >= later }.map { $0.scores[earlier - 1] }
      #expect(left.map(\.score).max() ?? 0 < went.map(\.score).min() ?? 0)
    }
  }

  @Test func `looks for the smallest score where that is the best`() throws {
    var search = search(9)
    search.largerIsBetter = false
    let smallest = try search.run { trial, share in -toy(trial, share) }
    let largest = try self.search(9).run { trial, share in toy(trial, share) }
    #expect(smallest.best.trial == largest.best.trial)
  }

  @Test func `is the same for the same seed, and another for another one`() throws {
    let first = try search(10).run { trial, share in toy(trial, share) }
    #expect(try search(10).run { trial, share in toy(trial, share) } == first)
    var other = search(10)
    other.seed = 43
    let second = try other.run { trial, share in toy(trial, share) }
    #expect(
      zip(first.trials, second.trials).allSatisfy { $0.trial.candidate != $1.trial.candidate })
  }

  @Test func `reports each trial once, when it has ended`() throws {
    var reported: [TrialResult] = []
    let result = try search(9).run(report: { reported.append($0) }) { trial, share in
      toy(trial, share)
    }
    #expect(reported.map(\.scores.count) == [1, 1, 1, 1, 1, 1, 2, 2, 3])
    #expect(
      reported.prefix(6).map(\.trial.number) == reported.prefix(6).map(\.trial.number).sorted())
    #expect(reported.sorted { $0.trial.number < $1.trial.number } == result.trials)
  }

  @Test func `goes by the number of a trial where scores are the same`() throws {
    let result = try search(9).run { _, _ in 1 }
    #expect(result.best.trial.number == 0)
    #expect(result.trials.filter { $0.scores.count > 1 }.map(\.trial.number) == [0, 1, 2])
  }

  @Test func `ranks a score that is no number last`() throws {
    let result = try search(3).run { trial, _ in trial.number < 2 ? .nan : -1e9 }
    #expect(result.best.trial.number == 2)
    let none = try search(3).run { _, _ in .nan }
    #expect(none.best.trial.number == 0)
  }

  @Test func `records trials that fail, and goes on`() throws {
    let result = try search(9).run { trial, share throws(LearnerError) in
      if trial.number % 2 == 0 || share == 1 && trial.number == 7 { throw .noFeatures }
      return Double(trial.number)
    }
    #expect(
      result.trials.filter { $0.outcome == .failed(.noFeatures) }.map(\.trial.number)
        == [0, 2, 4, 6, 7, 8])
    // Of 1, 3, 5 and 7 three went on, of which the best one failed on all rows.
    #expect(result.trials[7].scores.map(\.rung) == [0, 1])
    #expect(result.best.trial.number == 5)
    #expect(result.best.outcome == .stopped)
  }

  @Test func `throws the first error when all trials fail`() {
    #expect(throws: LearnerError.labelNotBinary(0, row: 1)) {
      try search(9).run { trial, _ throws(LearnerError) in
        throw .labelNotBinary(trial.number, row: 1)
      }
    }
  }

  @Test func `ends at once when a person or the disk stops it`() {
    var calls = 0
    #expect(throws: LearnerError.interrupted) {
      try search(9).run { _, _ throws(LearnerError) in
        calls += 1
        throw .interrupted
      }
    }
    #expect(calls == 1)
    #expect(throws: LearnerError.noRows) {
      try search(9).run(report: { _ throws(LearnerError) in throw .noRows }) { _, _ in 1 }
    }
  }

  @Test func `keeps what was set by hand`() throws {
    var search = HyperparameterSearch(space: .usual, budget: .trials(8))
    search.settings = [try ParameterSetting("gradient-boosting.max_leaves=5")]
    let result = try search.run { _, _ in 1 }
    let leaves = result.trials.compactMap { $0.trial.candidate.hyperparameters["max_leaves"] }
    #expect(leaves == [5, 5])
  }

  @Test(arguments: [0, -1, 100_001])
  func `needs a trial and not too many`(count: Int) {
    let error = #expect(throws: LearnerError.self) { try search(count).run { _, _ in 1 } }
    #expect(error?.message == "'\(count)' is not a value that 'trials' can have")
  }

  /// A clock that a fit moves on by a second.
  private final class Clock: @unchecked Sendable {
    var time = Duration.zero
  }

  private func run(
    seconds: Int, evaluate: (Trial, Double) throws(LearnerError) -> Double
  ) throws -> SearchResult {
    let clock = Clock()
    let search = HyperparameterSearch(
      space: space, budget: .time(.seconds(seconds), clock: { clock.time }))
    return try search.run { trial, share throws(LearnerError) in
      clock.time += .seconds(1)
      return try evaluate(trial, share)
    }
  }

  /// A round of nine is 13 fits: 9, 3 and 1.
  @Test(arguments: [
    (0, 1, 1), (5, 5, 1), (11, 9, 2), (13, 9, 3), (14, 10, 3), (26, 18, 3),
  ])
  func `goes on for as long as there is time`(seconds: Int, trials: Int, scores: Int) throws {
    let result = try run(seconds: seconds) { trial, share in toy(trial, share) }
    #expect(result.trials.map(\.trial.number) == Array(0..<trials))
    #expect(result.best.scores.count == scores)
    #expect(
      result.trials.contains { $0.outcome == .outOfTime } == ![13, 26].contains(seconds))
  }

  @Test func `takes the best of those that learned from the most rows when time is over`() throws {
    // Of 0, 1 and 2, which go on, only 0 and 1 are scored again: 1 is better.
    let result = try run(seconds: 11) { trial, share in
      share < 0.2 ? -Double(trial.number) : Double(trial.number)
    }
    #expect(result.best.trial.number == 1)
    #expect(result.trials[0...2].allSatisfy { $0.outcome == .outOfTime })
    #expect(result.trials[2].scores.count == 1)
  }

  @Test func `does not go on for ever where everything fails`() {
    var calls = 0
    #expect(throws: LearnerError.noFeatures) {
      try run(seconds: 1000) { _, _ throws(LearnerError) in
        calls += 1
        throw .noFeatures
      }
    }
    #expect(calls == 9)
  }
}
