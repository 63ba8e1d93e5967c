/// Minimises `loss(X w) + ½ Σ penaltyⱼ wⱼ²` by Newton's method with a backtracking line search.
///
/// Each step solves with the Hessian `Xᵀ D X + penalty`: by Cholesky while the matrix is small, by
/// conjugate gradients when it is wide or singular.
///
/// Source: Boyd & Vandenberghe (2004), *Convex Optimization*, section 9.5; scikit-learn's
/// `newton-cholesky` and `newton-cg` solvers, `linear_model/_glm/_newton_solver.py`.
struct NewtonMethod {
  let design: PaddedDesign
  let loss: LogisticLoss
  /// The weight of each coefficient's square; 0 where it is free.
  let penalty: [Double]
  /// The sum of the sample weights: gradients are judged as means.
  let totalWeight: Double
  let maxIterations: Int
  let tolerance: Double
  /// Up to how many features the Hessian is built and factored.
  let choleskyLimit: Int

  /// Where the search ended.
  struct Result {
    var vector: [Double]
    var iterations: Int
    var converged: Bool
  }

  /// A point of the search and all that is known there.
  private struct Point {
    var vector: [Double]
    var logOdds: [Double]
    var evaluation: LogisticLoss.Evaluation
    var objective: Double
  }

  /// Searches from `start`.
  ///
  /// Converged means that the largest entry of the mean gradient, each divided by its column's
  /// largest value, is at most `tolerance`, or that rounding lets nothing get better any more.
  ///
  /// - Throws: what `progress`, which is told after each step, throws.
  func minimise(
    from start: [Double], _ progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> Result {
    let sizes = design.largestValues()
    var point = self.point(start, design.product(start))
    var gradient = self.gradient(at: point)
    var size = scaled(gradient, sizes)
    for iteration in 0..<maxIterations {
      if size <= tolerance {
        return Result(vector: point.vector, iterations: iteration, converged: true)
      }
      let step = self.step(at: point, gradient: gradient, size: size)
      let (next, isRounding) = search(from: point, along: step, slope: product(gradient, step))
      guard let next else {
        return Result(vector: point.vector, iterations: iteration, converged: isRounding)
      }
      let nextGradient = self.gradient(at: next)
      let nextSize = scaled(nextGradient, sizes)
      if isRounding, nextSize >= size {
        return Result(vector: point.vector, iterations: iteration, converged: true)
      }
      (point, gradient, size) = (next, nextGradient, nextSize)
      try progress(iteration + 1, maxIterations)
    }
    return Result(vector: point.vector, iterations: maxIterations, converged: size <= tolerance)
  }

  private func point(_ vector: [Double], _ logOdds: [Double]) -> Point {
    let evaluation = loss.evaluate(logOdds)
    var squares = 0.0
    for index in vector.indices { squares += penalty[index] * vector[index] * vector[index] }
    return Point(
      vector: vector, logOdds: logOdds, evaluation: evaluation,
      objective: evaluation.loss + squares / 2)
  }

  private func gradient(at point: Point) -> [Double] {
    var gradient = design.transposedProduct(point.evaluation.slopes)
    for index in gradient.indices { gradient[index] += penalty[index] * point.vector[index] }
    return gradient
  }

  /// The largest entry of the mean gradient, in units of its column.
  private func scaled(_ gradient: [Double], _ sizes: [Double]) -> Double {
    var largest = 0.0
    for index in gradient.indices where sizes[index] > 0 {
      largest = max(largest, abs(gradient[index]) / sizes[index])
    }
    return largest / totalWeight
  }

  /// The Newton step.
  private func step(at point: Point, gradient: [Double], size: Double) -> [Double] {
    let descent = gradient.map { -$0 }
    let weights = point.evaluation.curvatures
    if design.width <= choleskyLimit, let factor = factor(weights) { return factor.solve(descent) }
    var diagonal = design.squaredColumns(weights)
    for index in diagonal.indices { diagonal[index] += penalty[index] }
    // The closer to the minimum, the more exact: this keeps Newton's quadratic convergence.
    let tolerance = max(1e-10, min(0.1, size))
    return conjugateGradients(right: descent, diagonal: diagonal, tolerance: tolerance) { vector in
      var image = design.product(vector)
      for row in image.indices { image[row] *= weights[row] }
      image = design.transposedProduct(image)
      for index in image.indices { image[index] += penalty[index] * vector[index] }
      return image
    }
  }

  private func factor(_ weights: [Double]) -> CholeskyFactor? {
    var hessian = design.gram(weights)
    for index in 0..<design.width {
      hessian[index * design.width + index] += penalty[index]
      // Dead entries have empty lines; a 1 keeps them where they are.
      if hessian[index * design.width + index] == 0 { hessian[index * design.width + index] = 1 }
    }
    return CholeskyFactor(hessian, width: design.width)
  }

  /// Halves the step until it lowers the objective enough.
  ///
  /// - Returns: the point, or `nil` when there is none; and whether the objective's own rounding
  ///   is larger than what the step promises, so that the step was taken unseen.
  private func search(
    from point: Point, along step: [Double], slope: Double
  ) -> (point: Point?, isRounding: Bool) {
    guard slope < 0, slope.isFinite else { return (nil, slope == 0) }
    let isRounding = -slope <= 64 * Double.ulpOfOne * abs(point.objective)
    let change = design.product(step)
    var length = 1.0
    for _ in 0..<40 {
      let next = self.point(
        added(point.vector, step, length), added(point.logOdds, change, length))
      let enough = point.objective + 1e-4 * length * slope
      if isRounding || next.objective <= enough { return (next, isRounding) }
      length /= 2
    }
    return (nil, false)
  }

  private func added(_ start: [Double], _ change: [Double], _ length: Double) -> [Double] {
    var result = start
    for index in result.indices { result[index] += length * change[index] }
    return result
  }
}
