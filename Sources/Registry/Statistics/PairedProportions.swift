/// In how many rows two models do something (predict right, find a positive), counted together.
public struct PairedProportions: Sendable, Equatable {
  /// Rows in which both do.
  public let both: Int
  /// Rows in which only the first model does.
  public let firstOnly: Int
  /// Rows in which only the second model does.
  public let secondOnly: Int
  /// Rows in which neither does.
  public let neither: Int

  /// Rows that were counted elsewhere.
  ///
  /// - Throws: ``EvidenceProblem/impossibleCounts`` when a count is negative or their sum is too
  ///   large, ``EvidenceProblem/noRows`` when there is nothing to count.
  public init(
    both: Int, firstOnly: Int, secondOnly: Int, neither: Int
  ) throws(EvidenceProblem) {
    var sum = 0
    for count in [both, firstOnly, secondOnly, neither] {
      guard (0...Self.mostRows).contains(count) else { throw .impossibleCounts }
      sum += count
    }
    guard sum > 0 else { throw .noRows }
    (self.both, self.firstOnly) = (both, firstOnly)
    (self.secondOnly, self.neither) = (secondOnly, neither)
  }

  /// More rows than any file has, and few enough to be added and multiplied.
  static let mostRows = 1 << 48

  /// How many rows were counted.
  public var count: Int { both + firstOnly + secondOnly + neither }

  /// The share of the first model.
  public var first: Double { Double(both + firstOnly) / Double(count) }

  /// The share of the second model.
  public var second: Double { Double(both + secondOnly) / Double(count) }

  /// The probability of rows that differ at least as unevenly, when the models are equally good:
  /// exact, two-sided, 1 when no row differs.
  ///
  /// - Complexity: O(*d*) in the rows that differ, O(√*d*) when they are many.
  ///
  /// Source: McNemar (1947), *Note on the sampling error of the difference between correlated
  /// proportions or percentages*, Psychometrika 12(2), with the binomial in place of χ².
  public var mcNemarPValue: Double {
    BinomialTest.evenTwoSided(min(firstOnly, secondOnly), of: firstOnly + secondOnly)
  }

  /// The difference of the shares with a score interval and the exact test that there is none.
  ///
  /// Source of the interval: Newcombe (1998), *Improved confidence intervals for the difference
  /// between binomial proportions based on paired data*, Statistics in Medicine 17(22), method 10.
  public func comparison(level: ConfidenceLevel = .usual) -> Comparison {
    let (firstBounds, secondBounds) = (
      Proportion(known: both + firstOnly, of: count).interval(level: level),
      Proportion(known: both + secondOnly, of: count).interval(level: level)
    )
    let (difference, correlation) = (Double(secondOnly - firstOnly) / Double(count), correlation)
    return Comparison(
      first: first, second: second,
      difference: Interval(
        difference,
        lower: difference
          - Self.combined(
            secondBounds.estimate - secondBounds.lower, firstBounds.upper - firstBounds.estimate,
            correlation),
        upper: difference
          + Self.combined(
            secondBounds.upper - secondBounds.estimate, firstBounds.estimate - firstBounds.lower,
            correlation),
        level: level, method: .mcNemar),
      standardError: standardError, pValue: mcNemarPValue, rows: count)
  }

  /// Of the difference, when it is estimated by the counts as they are.
  private var standardError: Double {
    let rows = Double(count)
    let (differing, excess) = (Double(firstOnly + secondOnly), Double(secondOnly - firstOnly))
    return max(0, differing - excess * excess / rows).squareRoot() / rows
  }

  /// How the two go together, φ, moved towards 0 by half a row where it is positive.
  private var correlation: Double {
    let (both, firstOnly) = (Double(both), Double(firstOnly))
    let (secondOnly, neither) = (Double(secondOnly), Double(neither))
    let margins =
      (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither)
    guard margins > 0 else { return 0 }
    let excess = both * neither - firstOnly * secondOnly
    let corrected = excess > 0 ? max(excess - Double(count) / 2, 0) : excess
    return corrected / margins.squareRoot()
  }

  private static func combined(_ one: Double, _ other: Double, _ correlation: Double) -> Double {
    max(0, one * one - 2 * correlation * one * other + other * other).squareRoot()
  }
}

extension PairedProportions {
  /// The rows in which the models do not.
  var inverted: PairedProportions {
    PairedProportions(
      uncheckedBoth: neither, firstOnly: secondOnly, secondOnly: firstOnly, neither: both)
  }

  static func + (one: PairedProportions, other: PairedProportions) -> PairedProportions {
    PairedProportions(
      uncheckedBoth: one.both + other.both, firstOnly: one.firstOnly + other.firstOnly,
      secondOnly: one.secondOnly + other.secondOnly, neither: one.neither + other.neither)
  }

  /// Counts that may all be 0.
  init(uncheckedBoth: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    (self.both, self.firstOnly) = (uncheckedBoth, firstOnly)
    (self.secondOnly, self.neither) = (secondOnly, neither)
  }
}
