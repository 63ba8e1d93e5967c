/// Where a leaf's answer may lie, so that constraints above it hold.
struct Bounds: Sendable, Equatable {
  /// The smallest answer.
  var lower = -Double.infinity
  /// The largest answer.
  var upper = Double.infinity

  /// The nearest answer that is allowed.
  @inline(__always)
  func clamp(_ value: Double) -> Double { min(max(value, lower), upper) }
}
