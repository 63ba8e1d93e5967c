/// Minimises `loss(w) + ½ Σ penaltyⱼ wⱼ²` by Newton's method with a backtracking line search.
///
/// Each step solves with the Hessian: by Cholesky where it is factored, by conjugate gradients when it
/// is wide or singular.
///
/// Source: Boyd & Vandenberghe (2004), *Convex Optimization*, section 9.5; scikit-learn's
/// `newton-cholesky` and `newton-cg` solvers, `linear_model/_glm/_newton_solver.py`.
struct NewtonMethod<Objective: NewtonObjective> {
  let objective: Objective
  /// The weight of each coefficient's square; 0 where it is free.
  let penalty: [Double]
  /// The sum of the sample weights: gradients are judged as means.
  let totalWeight: Double
  let maxIterations: Int
  let tolerance: Double
  /// Whether there certainly is a minimum, as with a penalty.
  var hasMinimum = true

  /// Where the search ended.
  struct Result {
    var vector: [Double]
    var iterations: Int
    var converged: Bool
  }

  /// A point of the search and all that is known there.
  private struct Point {
    var vector: [Double]
    var scores: [Double]
    var evaluation: Objective.Evaluation
    var value: Double
  }

  /// Searches from `start`.
  ///
  /// Converged means that the largest entry of the mean gradient, each divided by its column's
  /// largest value, is at most `tolerance`, or that rounding lets nothing get better any more; and
  /// where there may be no minimum, that the search had not to be stopped on its way to infinity.
  ///
  /// - Throws: what `progress`, which is told after each step, throws.
  func minimise(
    from start: [Double], _ progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> Result {
    let sizes = objective.sizes
    var point = self.point(start)
    var gradient = self.gradient(at: point)
    var size = scaled(gradient, sizes)
    for iteration in 0..<maxIterations {
      if size <= tolerance { return end(point, gradient, size, iteration, isDone: true) }
      let step = self.step(at: point, gradient: gradient, size: size)
      let (next, isRounding) = search(from: point, along: step, slope: product(gradient, step))
      guard let next else { return end(point, gradient, size, iteration, isDone: isRounding) }
      let nextGradient = self.gradient(at: next)
      let nextSize = scaled(nextGradient, sizes)
      if isRounding, !(nextSize < size) {
        return end(point, gradient, size, iteration, isDone: true)
      }
      (point, gradient, size) = (next, nextGradient, nextSize)
      try progress(iteration + 1, maxIterations)
    }
    return end(point, gradient, size, maxIterations, isDone: size <= tolerance)
  }

  /// The first vector where the objective is lower there, else the second.
  func better(_ first: [Double]?, than second: [Double]) -> [Double] {
    guard let first, point(first).value < point(second).value else { return second }
    return first
  }

  /// Where the search ended. Where labels can be told without exception the gradient vanishes, too, but
  /// each further step goes as far as the last one.
  private func end(
    _ point: Point, _ gradient: [Double], _ size: Double, _ iterations: Int, isDone: Bool
  ) -> Result {
    var result = Result(vector: point.vector, iterations: iterations, converged: isDone)
    if isDone, !hasMinimum {
      let change = objective.scores(step(at: point, gradient: gradient, size: size))
      result.converged = change.allSatisfy { abs($0) < 0.01 }
    }
    return result
  }

  private func point(_ vector: [Double]) -> Point { point(vector, objective.scores(vector)) }

  private func point(_ vector: [Double], _ scores: [Double]) -> Point {
    let evaluation = objective.evaluate(scores)
    var squares = 0.0
    for index in vector.indices { squares += penalty[index] * vector[index] * vector[index] }
    return Point(
      vector: vector, scores: scores, evaluation: evaluation,
      value: evaluation.loss + squares / 2)
  }

  private func gradient(at point: Point) -> [Double] {
    var gradient = objective.gradient(point.evaluation)
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
    let evaluation = point.evaluation
    if let factor = objective.factor(evaluation, penalty: penalty) { return factor.solve(descent) }
    var diagonal = objective.diagonal(evaluation)
    for index in diagonal.indices { diagonal[index] += penalty[index] }
    // The closer to the minimum, the more exact: this keeps Newton's quadratic convergence.
    let tolerance = max(1e-10, min(0.1, size))
    return conjugateGradients(right: descent, diagonal: diagonal, tolerance: tolerance) { vector in
      var image = objective.image(vector, evaluation)
      for index in image.indices { image[index] += penalty[index] * vector[index] }
      return image
    }
  }

  /// Halves the step until it lowers the objective enough.
  ///
  /// - Returns: the point, or `nil` when there is none; and whether the objective's own rounding
  ///   is larger than what the step promises, so that the step was taken unseen.
  private func search(
    from point: Point, along step: [Double], slope: Double
  ) -> (point: Point?, isRounding: Bool) {
    guard slope < 0, slope.isFinite else { return (nil, slope == 0) }
    let isRounding = -slope <= 64 * Double.ulpOfOne * abs(point.value)
    let change = objective.scores(step)
    var length = 1.0
    for _ in 0..<40 {
      let next = self.point(
        added(point.vector, step, length), added(point.scores, change, length))
      let enough = point.value + 1e-4 * length * slope
      if isRounding || next.value <= enough { return (next, isRounding) }
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
