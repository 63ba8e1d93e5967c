/// How the scores of a classifier become probabilities.
enum ScoreLink: Sendable {
  /// One score a row is the probability of the second label.
  case complement
  /// One score a row is the log-odds of the second label, times a number.
  case sigmoid(times: Double)
  /// A score for each label goes through the sigmoid; the results are divided by their sum. Where all of them
  /// are rounded to 0, each becomes `empty`.
  case sigmoids(empty: Double)
  /// A score for each label.
  case softmax
  /// What LightGBM makes of its sums: a probability for each label, of two that of the second.
  case lightGBM(LightGBMObjective)
}
