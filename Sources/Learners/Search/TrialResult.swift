/// A set of hyperparameters that a search tries.
public struct Trial: Sendable, Equatable {
  /// Counts from 0.
  public let number: Int
  /// What is tried.
  public let candidate: Candidate
}

/// What became of a trial.
public struct TrialResult: Sendable, Equatable {
  /// What was tried.
  public let trial: Trial
  /// What it scored on each rung that it came to, the smallest share of the rows first.
  public let scores: [RungScore]
  /// How it ended.
  public let outcome: Outcome

  /// A score on a rung.
  public struct RungScore: Sendable, Equatable {
    /// Counts from 0.
    public let rung: Int
    /// The share of the training rows that was learned from, above 0 and at most 1.
    public let share: Double
    /// The score; may be NaN, which ranks last.
    public let score: Double
  }

  /// How a trial ended.
  public enum Outcome: Sendable, Equatable {
    /// It learned from all rows.
    case finished
    /// Others on its rung were better.
    case stopped
    /// The time was over.
    case outOfTime
    /// It could not be fitted or measured.
    case failed(LearnerError)
  }
}

extension TrialResult {
  /// Why it failed; `nil` when it did not.
  var failure: LearnerError? {
    guard case .failed(let error) = outcome else { return nil }
    return error
  }

  func adding(_ score: RungScore) -> TrialResult {
    TrialResult(trial: trial, scores: scores + [score], outcome: outcome)
  }

  static func isEarlier(_ left: TrialResult, _ right: TrialResult) -> Bool {
    left.trial.number < right.trial.number
  }

  /// Whether it learned from more rows, or scored better on as many; of equals the earlier one.
  func isBetter(than other: TrialResult, largerIsBetter: Bool) -> Bool {
    guard let mine = scores.last, let others = other.scores.last else { return !scores.isEmpty }
    if mine.share != others.share { return mine.share > others.share }
    if mine.score == others.score || mine.score.isNaN && others.score.isNaN {
      return Self.isEarlier(self, other)
    }
    if mine.score.isNaN || others.score.isNaN { return others.score.isNaN }
    return (mine.score > others.score) == largerIsBetter
  }
}

/// What a search found.
public struct SearchResult: Sendable, Equatable {
  /// Every trial that was begun, by number.
  public let trials: [TrialResult]
  /// The best score among those that learned from the largest share; of equals the first.
  public let best: TrialResult
}
