/// An estimate with the values that the data leave possible.
public struct Interval: Sendable, Equatable {
  /// What was measured.
  public let estimate: Double
  /// The smallest value that is left possible; at most the estimate, but for a bootstrap.
  public let lower: Double
  /// The largest value that is left possible.
  public let upper: Double
  /// How sure it is.
  public let level: ConfidenceLevel
  /// How it was computed.
  public let method: StatisticalMethod

  init(
    _ estimate: Double, lower: Double, upper: Double, level: ConfidenceLevel,
    method: StatisticalMethod
  ) {
    (self.estimate, self.lower, self.upper) = (estimate, lower, upper)
    (self.level, self.method) = (level, method)
  }

  /// So many standard errors to each side.
  init(
    _ estimate: Double, standardError: Double, level: ConfidenceLevel, method: StatisticalMethod
  ) {
    let reach = level.standardErrors * standardError
    self.init(
      estimate, lower: estimate - reach, upper: estimate + reach, level: level, method: method)
  }
}
