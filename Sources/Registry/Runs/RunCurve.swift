/// A number that was measured after each iteration of a run.
public struct RunCurve: Sendable, Equatable {
  /// The rows and the metric that it follows: `validation.log_loss`.
  public let name: String
  /// The number after each iteration, the first after iteration 1; NaN where it was not finite.
  public let values: [Double]

  /// A curve; values that are not finite are read back as NaN.
  package init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }

  /// The best value and its iteration, from 1; `nil` where no value is finite, or where it is not known
  /// whether larger values of the metric are better.
  public var best: (value: Double, iteration: Int)? {
    guard let larger = EvaluationMetric.largerIsBetter(named: name) else { return nil }
    let finite = values.enumerated().filter { $0.element.isFinite }
    // The first of equals.
    let best = finite.min { larger ? $0.element > $1.element : $0.element < $1.element }
    return best.map { ($0.element, $0.offset + 1) }
  }
}
