/// How long a search goes on.
public enum SearchBudget: Sendable {
  /// So many sets of hyperparameters, at least 1. The answer depends on data, space and seed only.
  case trials(Int)
  /// So much time by this clock, which never goes backwards; at least one set is tried. How far a
  /// search comes depends on the machine, and so does the answer; what each trial tries does not.
  case time(Duration, clock: @Sendable () -> Duration)
}

extension SearchBudget {
  /// Whether one round of halving follows the other.
  var hasRounds: Bool {
    switch self {
    case .trials: false
    case .time: true
    }
  }
}
