/// How often rows of like probability are positive: what a reliability diagram shows.
public struct CalibrationCurve: Sendable, Equatable {
  /// Ten bins of as many rows each, from low probabilities to high ones; fewer where rows of one
  /// probability, which stay together, fill several.
  public let bins: [Bin]

  /// Rows of like probability.
  public struct Bin: Sendable, Equatable {
    /// The mean of the probabilities.
    public let meanProbability: Double
    /// The share of rows labelled 1.
    public let positiveShare: Double
    /// How many rows there are, at least 1.
    public let count: Int
  }

  /// Equally filled bins, because where positives are rare, bins of equal width would leave most of
  /// the rows in one.
  ///
  /// - Parameters:
  ///   - probabilities: of label 1, each in 0...1.
  ///   - labels: as many labels, each 0 or 1.
  /// - Throws: ``LearnerError/noRows``, ``LearnerError/lengthsDiffer(what:expected:found:)``,
  ///   ``LearnerError/labelNotBinary(_:row:)``, ``LearnerError/probabilityOutOfRange(row:)``.
  /// - Complexity: O(*n* log *n*).
  ///
  /// Source: scikit-learn's `calibration_curve` with `strategy="quantile"`.
  public init(probabilities: [Double], labels: [Int]) throws(LearnerError) {
    try check(labels, rowCount: probabilities.count)
    try check(probabilities: probabilities)
    let order = labels.indices.sorted { probabilities[$0] < probabilities[$1] }
    var members: [[Int]] = [[Int]](repeating: [], count: Self.binCount)
    var bin = 0
    for (place, row) in order.enumerated() {
      if place == 0 || probabilities[row] != probabilities[order[place - 1]] {
        bin = place * Self.binCount / order.count
      }
      members[bin].append(row)
    }
    bins = members.filter { !$0.isEmpty }.map { rows in
      let sum = rows.reduce(0) { $0 + probabilities[$1] }
      let positives = rows.count { labels[$0] == 1 }
      return Bin(
        meanProbability: sum / Double(rows.count),
        positiveShare: Double(positives) / Double(rows.count), count: rows.count)
    }
  }

  private static let binCount = 10

  /// The mean over the rows of how far their bin's mean probability is from its share of positives,
  /// in 0...1; smaller is better.
  ///
  /// Source: Naeini, Cooper and Hauskrecht (2015), *Obtaining well calibrated probabilities using
  /// Bayesian binning*, AAAI.
  public var expectedCalibrationError: Double {
    let rows = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) {
      $0 + Double($1.count) * abs($1.meanProbability - $1.positiveShare) / Double(rows)
    }
  }
}
