/// A condition that a version has to meet before it becomes champion.
public enum Gate: Sendable, Equatable {
  /// On a metric.
  case metric(MetricGate)
  /// On how many rows the metrics of a section (`validation_metrics`) were measured; where no section is
  /// named, on those of the place in which a metric is found first.
  case minimumRows(Int, section: String?)
  /// Lint has nothing to say of it.
  case cleanLint
  /// So many people vouched for it, the registrant not counted.
  case approvals(Int)
}

/// A condition on a metric, by itself or against the champion's.
public struct MetricGate: Sendable, Equatable {
  /// What the number must satisfy.
  public enum Bound: Sendable, Equatable {
    /// It is at least this.
    case minimum(Double)
    /// It is at most this.
    case maximum(Double)
    /// It is not worse than the champion's by more than this.
    case notWorse(by: Double)
    /// It is better than the champion's by more than this.
    case better(by: Double)

    /// Whether it compares with the champion.
    public var isRelative: Bool {
      switch self {
      case .minimum, .maximum: false
      case .notWorse, .better: true
      }
    }
  }

  /// What is held against the bound.
  public enum Basis: String, Sendable, CaseIterable {
    /// The whole confidence interval: the gate passes when all of it does, and refuses when none does.
    case interval
    /// The number that was measured, however few rows it comes from.
    case value
  }

  /// The name, as metrics are looked up: `recall`, or `test_metrics.recall`.
  public let name: String
  /// What it must satisfy.
  public let bound: Bound
  /// Whether a larger value is the better one.
  public let largerIsBetter: Bool
  /// What is held against the bound.
  public let basis: Basis

  /// A condition on the metric of this name.
  public init(name: String, bound: Bound, largerIsBetter: Bool, basis: Basis) {
    self.name = name
    self.bound = bound
    self.largerIsBetter = largerIsBetter
    self.basis = basis
  }
}

extension Gate: CustomStringConvertible {
  /// The condition in words, such as `recall not worse than the champion's by more than 0.02`.
  public var description: String {
    switch self {
    case .metric(let gate): "\(gate.name) \(gate.bound)"
    case .minimumRows(let count, let section):
      "at least \(counted(count, "row"))" + (section.map { " in \($0)" } ?? "")
    case .cleanLint: "lint finds nothing"
    case .approvals(let count): "\(counted(count, "approval")) by others than the registrant"
    }
  }
}

extension MetricGate.Bound: CustomStringConvertible {
  /// The bound in words, as they follow the name of the metric.
  public var description: String {
    switch self {
    case .minimum(let value): "at least \(value)"
    case .maximum(let value): "at most \(value)"
    case .notWorse(by: 0): "not worse than the champion's"
    case .notWorse(let margin): "not worse than the champion's by more than \(margin)"
    case .better(by: 0): "better than the champion's"
    case .better(let margin): "better than the champion's by more than \(margin)"
    }
  }
}
