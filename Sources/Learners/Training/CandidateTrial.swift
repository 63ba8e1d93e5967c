/// A candidate as it was measured on rows that it did not learn from.
struct CandidateTrial: Sendable {
  let candidate: Candidate
  /// The rows that it was measured on, ascending.
  let rows: [Int]
  /// Its answers for them, each calibrated by other rows.
  let predictions: [Double]
  /// For two labels only.
  let calibration: FittedCalibration?
  /// For two labels only.
  let threshold: ThresholdChoice?
  let metrics: ModelMetrics
  /// What it is ranked by, in each fold; one number without cross-validation.
  let foldScores: [Double]
  /// The model of the first round.
  let fitted: FittedCandidate
  let duration: Duration

  /// The mean of the folds.
  var score: Double { foldScores.reduce(0, +) / Double(foldScores.count) }

  /// The standard deviation of the folds, divided by one less than their number.
  var deviation: Double? {
    guard foldScores.count > 1 else { return nil }
    let squares = foldScores.reduce(0) { $0 + ($1 - score) * ($1 - score) }
    return (squares / Double(foldScores.count - 1)).squareRoot()
  }
}
