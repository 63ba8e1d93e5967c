internal import Registry

/// A threshold with what it does to the rows that it was chosen on.
public struct ThresholdChoice: Sendable, Equatable {
  /// The policy that it was chosen by.
  public let policy: ThresholdPolicy
  /// A row is predicted 1 when its probability is at least this; in 0...1 and exact as a `Float`.
  public let threshold: Double
  /// The share of rows predicted 1 that are; 0 when none is predicted 1.
  public let precision: Double
  /// The share of rows labelled 1 that are predicted 1.
  public let recall: Double
  /// The harmonic mean of the two.
  public let f1: Double
  /// Whether the least precision or recall of the policy is reached.
  public let isConstraintMet: Bool

  init(policy: ThresholdPolicy, cut: RankedProbabilities.Cut, isConstraintMet: Bool) {
    self.policy = policy
    threshold = Double(cut.threshold)
    (precision, recall, f1) = (cut.counts.precision, cut.counts.recall, cut.counts.f1)
    self.isConstraintMet = isConstraintMet
  }

  /// What to tell a person where the constraint is not met; `nil` where it is.
  public var warning: String? {
    guard !isConstraintMet, case .maximizeRecall(let minPrecision) = policy else { return nil }
    return "no threshold has a precision of \(minPrecision): the highest is \(precision)"
  }
}
