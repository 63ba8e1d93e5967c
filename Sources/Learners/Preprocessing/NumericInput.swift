/// How one numeric or boolean column becomes one feature: `(x ?? median - mean) / scale`.
public struct NumericInput: Sendable, Equatable {
  /// The column's name.
  public let name: String
  /// What a missing cell counts as: the median of the cells that are there.
  public let median: Double
  /// The mean of the imputed column.
  public let mean: Double
  /// The population standard deviation of the imputed column; 1 where the column is constant.
  public let scale: Double

  /// An input of known statistics.
  ///
  /// - Parameters:
  ///   - name: the column's name.
  ///   - median: a finite number.
  ///   - mean: a finite number.
  ///   - scale: a finite number above 0.
  public init(name: String, median: Double, mean: Double, scale: Double) {
    self.name = name
    self.median = median
    self.mean = mean
    self.scale = scale
  }

  /// - Parameters:
  ///   - numbers: the column's cells, NaN where one is missing.
  ///   - name: the column's name.
  /// - Throws: ``LearnerError/allMissing(column:)``, ``LearnerError/infiniteValue(column:row:)``,
  ///   ``LearnerError/valuesTooLarge(column:)``.
  init(fitting numbers: [Double], name: String) throws(LearnerError) {
    if let row = numbers.firstIndex(where: \.isInfinite) {
      throw .infiniteValue(column: name, row: row + 1)
    }
    var present = numbers.filter { !$0.isNaN }
    guard let median = takeMedian(of: &present) else { throw .allMissing(column: name) }
    let imputed = numbers.map { $0.isNaN ? median : $0 }
    let (mean, variance) = meanAndVariance(imputed)
    guard mean.isFinite, variance.isFinite, median.isFinite else {
      throw .valuesTooLarge(column: name)
    }
    let constant = isConstant(mean: mean, variance: variance, count: numbers.count)
    self.init(
      name: name, median: median, mean: mean, scale: constant ? 1 : variance.squareRoot())
  }

  /// Whether rounding to `Float` moves the feature by more than a thousandth of its spread.
  var isImprecise: Bool {
    max(mean.magnitude, median.magnitude) * Double(Float.ulpOfOne) / 2 / scale > 1e-3
  }

  /// The feature's value for a cell; a missing cell is NaN.
  public func standardised(_ cell: Double) -> Double {
    ((cell.isNaN ? median : cell) - mean) / scale
  }
}

/// Mean and population variance, the second with the correction that takes the first's rounding out.
///
/// Source: Chan, Golub & LeVeque (1983), *Algorithms for computing the sample variance*.
private func meanAndVariance(_ values: [Double]) -> (mean: Double, variance: Double) {
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  var squares = 0.0
  var rest = 0.0
  for value in values {
    let difference = value - mean
    squares += difference * difference
    rest += difference
  }
  return (mean, (squares - rest * rest / count) / count)
}

/// Whether a variance is no larger than what rounding alone can give.
///
/// Source: scikit-learn, `preprocessing/_data.py`, `_is_constant_feature`.
private func isConstant(mean: Double, variance: Double, count: Int) -> Bool {
  let epsilon = Double.ulpOfOne
  let drift = Double(count) * mean * epsilon
  return variance <= Double(count) * epsilon * variance + drift * drift
}
