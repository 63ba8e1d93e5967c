/// Linear regression of numbers with an L2 penalty.
///
/// Minimises Σ weight × (target - prediction)² + α‖w‖²; the intercept is not penalised. There is no
/// seed, and row order matters only in the last digits.
///
/// Source: Hoerl & Kennard (1970), *Ridge regression*, Technometrics 12(1); scikit-learn's `Ridge`,
/// whose objective and default these are.
public struct RidgeRegression: Sendable, Equatable {
  /// The weight of the penalty: finite, 0 or larger. With 0 and columns that repeat each other one of
  /// many minima is found.
  public var alpha: Double
  /// Up to how many coefficients the matrix is built and factored; conjugate gradients are used for
  /// more. Both end at the same minimum.
  var choleskyLimit = 1_024

  /// A learner with this penalty.
  public init(alpha: Double = 1) { self.alpha = alpha }

  /// Fits the coefficients.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - targets: one for each row, finite.
  ///   - sampleWeights: one for each row, finite and 0 or larger; a weight of 2 is the row twice.
  ///     Without them each row weighs 1.
  /// - Returns: the model.
  /// - Throws: ``LearnerError/noRows``, also when all weigh 0;
  ///   ``LearnerError/lengthsDiffer(what:expected:found:)``; ``LearnerError/targetNotFinite(row:)``;
  ///   ``LearnerError/weightOutOfRange(row:)``;
  ///   ``LearnerError/valuesTooLarge(column:)`` when a sum of squares of a feature, named by its index,
  ///   or a coefficient is not finite;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(*n*(*p* + *q*)²) for *p* numbers and *q* categorical columns, and O(*d*³) for *d*
  ///   features up to 1,000.
  public func fit(
    _ features: DesignMatrix, targets: [Double], sampleWeights: [Double]? = nil
  ) throws(LearnerError) -> LinearRegressionModel {
    guard alpha >= 0, alpha.isFinite else {
      throw .hyperparameterOutOfRange(
        name: "alpha", value: "\(alpha)", allowed: "a finite number of at least 0")
    }
    let weights = try targetWeights(targets, sampleWeights, rowCount: features.rowCount)
    let largest = targets.reduce(0) { max($0, abs($1)) }
    // A power of 2: nothing is rounded, and no sum of targets overflows.
    let unit = largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    let design = PaddedDesign(features)
    let squares = design.coefficients(in: design.squaredColumns(weights))
    if let feature = squares.firstIndex(where: { !$0.isFinite }) {
      throw .valuesTooLarge(column: "\(feature)")
    }
    let vector = solve(design, targets.map { $0 / unit }, weights).map { $0 * unit }
    guard vector.allSatisfy(\.isFinite) else { throw .valuesTooLarge(column: "target") }
    return LinearRegressionModel(
      coefficients: design.coefficients(in: vector), intercept: vector[design.interceptIndex])
  }

  /// The coefficients, refined until nothing is left of what rounding took from them.
  private func solve(
    _ design: PaddedDesign, _ targets: [Double], _ weights: [Double]
  ) -> [Double] {
    var penalty = [Double](repeating: alpha, count: design.width)
    penalty[design.interceptIndex] = 0
    let factor =
      design.width <= choleskyLimit ? design.factor(weights, penalty: penalty) : nil
    var vector = [Double](repeating: 0, count: design.width)
    for _ in 0..<3 {
      let rest = residual(design, targets, weights, penalty, vector)
      let step = factor?.solve(rest) ?? iterate(design, weights, penalty, rest)
      for index in vector.indices { vector[index] += step[index] }
    }
    return vector
  }

  /// Half the gradient, downhill.
  private func residual(
    _ design: PaddedDesign, _ targets: [Double], _ weights: [Double], _ penalty: [Double],
    _ vector: [Double]
  ) -> [Double] {
    var errors = design.product(vector)
    for row in errors.indices { errors[row] = weights[row] * (targets[row] - errors[row]) }
    var rest = design.transposedProduct(errors)
    for index in rest.indices { rest[index] -= penalty[index] * vector[index] }
    return rest
  }

  private func iterate(
    _ design: PaddedDesign, _ weights: [Double], _ penalty: [Double], _ rest: [Double]
  ) -> [Double] {
    let diagonal = zip(design.squaredColumns(weights), penalty).map { $0 + $1 }
    return conjugateGradients(right: rest, diagonal: diagonal, tolerance: 1e-12) { vector in
      zip(design.gramProduct(weights, vector), zip(penalty, vector)).map { $0 + $1.0 * $1.1 }
    }
  }
}
