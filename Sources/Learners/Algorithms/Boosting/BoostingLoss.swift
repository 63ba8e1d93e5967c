/// What boosting makes small: a loss of the rows as a function of their scores.
protocol BoostingLoss: Sendable {
  /// How many scores a row has.
  var outputCount: Int { get }
  /// The same scores for every row that make the loss smallest.
  var baseline: [Double] { get }

  /// What scores stand for, probabilities or predictions: as many for each row.
  func responses(_ scores: [Double]) -> [Double]

  /// The units in which the derivatives are counted.
  func units(_ responses: [Double]) -> GradientUnits

  /// What each row adds to sums, by the first and second derivative of its loss.
  ///
  /// - Parameters:
  ///   - output: by which of a row's scores.
  ///   - responses: `outputCount` for each row.
  ///   - units: those of ``units(_:)``.
  /// - Returns: one sum a row.
  func statistics(_ output: Int, _ responses: [Double], _ units: GradientUnits) -> [GradientSum]

  /// The weighted mean loss.
  func mean(_ scores: [Double]) -> Double
}
