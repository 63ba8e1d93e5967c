/// What boosting makes small: a loss of the rows as a function of their scores.
protocol BoostingLoss: Sendable {
  /// How many scores a row has.
  var outputCount: Int { get }
  /// The same scores for every row that make the loss smallest.
  var baseline: [Double] { get }

  /// The units in which the derivatives are counted.
  func units(_ scores: [Double]) -> GradientUnits

  /// What each row adds to sums, by the first and second derivative of its loss.
  ///
  /// - Parameters:
  ///   - output: by which of a row's scores.
  ///   - scores: `outputCount` for each row.
  ///   - units: those of ``units(_:)``.
  /// - Returns: one sum a row.
  func statistics(_ output: Int, _ scores: [Double], _ units: GradientUnits) -> [GradientSum]

  /// The weighted mean loss.
  func mean(_ scores: [Double]) -> Double
}
