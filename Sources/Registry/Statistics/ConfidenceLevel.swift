/// How sure an interval is to be: the share of repetitions in which it would hold the true value.
public struct ConfidenceLevel: Sendable, Equatable {
  /// Above 0 and below 1.
  public let value: Double

  /// A level, or `nil` when it is not above 0 and below 1.
  public init?(_ value: Double) {
    guard value > 0, value < 1 else { return nil }
    self.value = value
  }

  private init(known value: Double) { self.value = value }

  /// 0.95, where nothing else is asked for.
  public static let usual = ConfidenceLevel(known: 0.95)

  /// How many standard errors the interval of a normal estimate reaches to each side.
  public var standardErrors: Double { -NormalDistribution.quantile((1 - value) / 2) }
}
