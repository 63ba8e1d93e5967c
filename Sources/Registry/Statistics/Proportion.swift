/// In how many of some rows something is so.
public struct Proportion: Sendable, Equatable {
  /// How many rows it is so in.
  public let successes: Int
  /// How many rows there are, at least 1.
  public let count: Int

  /// So many successes in so many rows.
  ///
  /// - Throws: ``EvidenceProblem/noRows``; ``EvidenceProblem/impossibleCounts`` when a count is
  ///   negative or there are more successes than rows.
  public init(_ successes: Int, of count: Int) throws(EvidenceProblem) {
    guard count != 0 else { throw .noRows }
    guard (1...PairedProportions.mostRows).contains(count), (0...count).contains(successes) else {
      throw .impossibleCounts
    }
    (self.successes, self.count) = (successes, count)
  }

  /// The counts behind a share that a metrics file gives: the nearest number of successes.
  ///
  /// - Throws: as ``init(_:of:)``; ``EvidenceProblem/impossibleCounts`` for a share that is not a
  ///   number in 0...1, too.
  public init(share: Double, of count: Int) throws(EvidenceProblem) {
    guard (0...1).contains(share), count <= PairedProportions.mostRows else {
      throw .impossibleCounts
    }
    try self.init(Int((share * Double(count)).rounded()), of: count)
  }

  /// - Precondition: what ``init(_:of:)`` checks.
  init(known successes: Int, of count: Int) {
    (self.successes, self.count) = (successes, count)
  }

  /// The share, in 0...1.
  public var share: Double { Double(successes) / Double(count) }

  /// The share with its score interval, which stays in 0...1.
  ///
  /// Source: Wilson (1927), *Probable inference, the law of succession, and statistical inference*,
  /// Journal of the American Statistical Association 22(158).
  public func interval(level: ConfidenceLevel = .usual) -> Interval {
    let z = level.standardErrors
    let (rows, share) = (Double(count), share)
    let middle = share + z * z / (2 * rows)
    let reach = z * (share * (1 - share) / rows + z * z / (4 * rows * rows)).squareRoot()
    let whole = 1 + z * z / rows
    // Where it is exact: rounding may not leave the share outside.
    return Interval(
      share, lower: successes == 0 ? 0 : max(0, (middle - reach) / whole),
      upper: successes == count ? 1 : min(1, (middle + reach) / whole), level: level,
      method: .wilson)
  }

  /// Two shares of different rows: the second less the first, with a hybrid score interval.
  ///
  /// Source: Newcombe (1998), *Interval estimation for the difference between independent
  /// proportions*, Statistics in Medicine 17(8), method 10.
  public static func comparison(
    _ first: Proportion, _ second: Proportion, level: ConfidenceLevel = .usual
  ) -> Comparison {
    let (one, other) = (first.interval(level: level), second.interval(level: level))
    let difference = second.share - first.share
    return Comparison(
      first: first.share, second: second.share,
      difference: Interval(
        difference,
        lower: difference - length(other.estimate - other.lower, one.upper - one.estimate),
        upper: difference + length(other.upper - other.estimate, one.estimate - one.lower),
        level: level, method: .newcombe),
      standardError: length(first.standardError, second.standardError), pValue: nil,
      rows: min(first.count, second.count))
  }

  private var standardError: Double { (share * (1 - share) / Double(count)).squareRoot() }

  private static func length(_ one: Double, _ other: Double) -> Double {
    (one * one + other * other).squareRoot()
  }
}
