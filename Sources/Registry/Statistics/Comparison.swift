/// One metric of two models, and how sure it is which of them is the better one.
public struct Comparison: Sendable, Equatable {
  /// The metric of the first model: the champion's.
  public let first: Double
  /// The metric of the second model: the challenger's.
  public let second: Double
  /// The second less the first, with its interval.
  public let difference: Interval
  /// The standard error of the difference; 0 when no row tells the two models apart.
  public let standardError: Double
  /// How likely a difference at least this large is, to either side, when there is none in truth;
  /// `nil` where the method has no test.
  public let pValue: Double?
  /// The rows that the metric is computed from: the positive ones only, for a recall. Of different
  /// rows, the fewer ones.
  public let rows: Int

  /// The smallest true difference that so many rows would show with a probability of 80 %, tested
  /// to either side at the interval's level: 2.80 standard errors at 95 %.
  ///
  /// `nil` when no row tells the two models apart, and the rows say nothing about it.
  ///
  /// Source: Cohen (1988), *Statistical power analysis for the behavioral sciences*, 2nd edition:
  /// the normal approximation, which leaves out the far tail.
  public var smallestDetectableDifference: Double? {
    guard standardError > 0 else { return nil }
    return (difference.level.standardErrors + Self.deviationsForPower) * standardError
  }

  /// The quantile of 0.8.
  private static let deviationsForPower = NormalDistribution.quantile(0.8)
}
