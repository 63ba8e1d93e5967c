/// An area under the ROC curve of which nothing is known but how many rows it was measured on.
///
/// Source: Hanley and McNeil (1982), *The meaning and use of the area under a receiver operating
/// characteristic (ROC) curve*, Radiology 143(1).
public struct UnpairedArea: Sendable, Equatable {
  /// The area, in 0...1.
  public let area: Double
  /// How many rows are positive.
  public let positives: Int
  /// How many rows are negative.
  public let negatives: Int

  /// An area that was measured elsewhere.
  ///
  /// - Throws: ``EvidenceProblem/metricOutOfRange(_:)``, ``EvidenceProblem/impossibleCounts``,
  ///   ``EvidenceProblem/noRows``, ``EvidenceProblem/oneLabelOnly(isPositive:)``.
  public init(_ area: Double, positives: Int, negatives: Int) throws(EvidenceProblem) {
    guard (0...1).contains(area) else { throw .metricOutOfRange(.areaUnderROC) }
    let possible = 0...PairedProportions.mostRows
    guard possible.contains(positives), possible.contains(negatives) else {
      throw .impossibleCounts
    }
    guard positives + negatives > 0 else { throw .noRows }
    guard positives > 0 else { throw .oneLabelOnly(isPositive: false) }
    guard negatives > 0 else { throw .oneLabelOnly(isPositive: true) }
    (self.area, self.positives, self.negatives) = (area, positives, negatives)
  }

  /// The standard error, when scores are distributed exponentially: 0 for an area of 0 or 1.
  public var standardError: Double {
    let (positives, negatives, square) = (Double(positives), Double(negatives), area * area)
    let twoPositives = area / (2 - area)
    let twoNegatives = 2 * square / (1 + area)
    let variance =
      area * (1 - area) + (positives - 1) * (twoPositives - square)
      + (negatives - 1) * (twoNegatives - square)
    return (max(0, variance) / positives / negatives).squareRoot()
  }

  /// The area with its interval, cut to 0...1.
  public func interval(level: ConfidenceLevel = .usual) -> Interval {
    let reach = level.standardErrors * standardError
    return Interval(
      area, lower: max(0, area - reach), upper: min(1, area + reach), level: level,
      method: .hanleyMcNeil)
  }

  /// Two areas on different rows, or on rows that cannot be paired: the second less the first.
  ///
  /// On the same rows it is too careful: the areas go up and down together, which it cannot know.
  public static func comparison(
    _ first: UnpairedArea, _ second: UnpairedArea, level: ConfidenceLevel = .usual
  ) -> Comparison {
    let (one, other) = (first.standardError, second.standardError)
    let standardError = (one * one + other * other).squareRoot()
    let difference = second.area - first.area
    return Comparison(
      first: first.area, second: second.area,
      difference: Interval(
        difference, standardError: standardError, level: level, method: .hanleyMcNeil),
      standardError: standardError,
      pValue: standardError > 0 ? NormalDistribution.twoSided(difference / standardError) : nil,
      rows: min(first.positives + first.negatives, second.positives + second.negatives))
  }
}
