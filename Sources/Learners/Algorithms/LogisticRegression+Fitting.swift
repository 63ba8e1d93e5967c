internal import Glibc

extension LogisticRegression {
  /// Fits coefficients that tell two labels apart.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, 0 or 1.
  ///   - sampleWeights: one for each row, finite and 0 or larger; a weight of 2 is the row twice.
  ///     Without them each row weighs 1.
  ///   - start: a model of the same features to begin with: the minimum is the same, and near it there
  ///     are fewer steps. One that is worse than none is not used.
  ///   - progress: told after each step of at most ``maxIterations``; what it throws ends the fit.
  /// - Returns: the model. Look at ``LogisticRegressionModel/converged``: when it is `false` the
  ///   coefficients are the best that `maxIterations` steps found, or there is no minimum.
  /// - Throws: ``LearnerError/noRows``; ``LearnerError/lengthsDiffer(what:expected:found:)``;
  ///   ``LearnerError/labelNotBinary(_:row:)``; ``LearnerError/weightOutOfRange(row:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when a label does not occur or only with weight 0;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: for each step, of which there are some six, O(*n*(*p* + *q*)²) for *p* numbers
  ///   and *q* categorical columns, and O(*d*³) for *d* features up to 1,000.
  public func fit(
    _ features: DesignMatrix, labels: [Int], sampleWeights: [Double]? = nil,
    start: LogisticRegressionModel? = nil, progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> LogisticRegressionModel {
    try checkHyperparameters()
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: 2, rowCount: features.rowCount)
    if let start {
      try check(features, featureCount: start.coefficients.count)
    }
    let design = PaddedDesign(features)
    let objective = LogisticObjective(
      design: design, loss: LogisticLoss(labels: labels, weights: weights),
      choleskyLimit: choleskyLimit)
    let sums = weightOfClasses(labels, weights, classCount: 2)
    let method = newton(objective, penalties(design), totalWeight: sums.reduce(0, +))
    // With no other coefficient this intercept is the answer already.
    let cold = design.padded(coefficients: [], intercept: log(sums[1]) - log(sums[0]))
    let warm = start.map {
      design.padded(coefficients: $0.coefficients, intercept: $0.intercept)
    }
    let result = try method.minimise(from: method.better(warm, than: cold), progress)
    return LogisticRegressionModel(
      coefficients: design.coefficients(in: result.vector),
      intercept: result.vector[design.interceptIndex], iterations: result.iterations,
      converged: result.converged)
  }

  /// Fits coefficients that tell several classes apart: a score for each, whose exponentials are to
  /// each other as the probabilities.
  ///
  /// Only the differences of scores matter; of all coefficients with the same differences those are
  /// found whose sum over the classes is 0.
  ///
  /// - Parameters:
  ///   - features: the rows to learn from.
  ///   - labels: one for each row, in `0..<classCount`. A class that does not occur is nearly ruled
  ///     out.
  ///   - classCount: how many classes there are, at least 3.
  ///   - sampleWeights: one for each row, finite and 0 or larger. Without them each row weighs 1.
  ///   - progress: told after each step of at most ``maxIterations``; what it throws ends the fit.
  /// - Returns: the model. Look at ``MultinomialRegressionModel/converged``.
  /// - Throws: ``LearnerError/labelOutOfRange(_:row:classCount:)``;
  ///   ``LearnerError/oneLabelOnly(_:)`` when no other class occurs with a weight above 0;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)`` for fewer than 3 classes; else as
  ///   for two labels.
  /// - Complexity: for each step, of which there are some eight, O(*n*(*p* + *q*) × classes) for each of
  ///   some dozens of iterations, with *p* numbers and *q* categorical columns.
  public func fit(
    _ features: DesignMatrix, labels: [Int], classCount: Int, sampleWeights: [Double]? = nil,
    progress: FitProgress = { _, _ in }
  ) throws(LearnerError) -> MultinomialRegressionModel {
    try checkHyperparameters()
    try check("classCount", classCount, isAtLeast: 3)
    let weights = try labelWeights(
      labels, sampleWeights, classWeights, classCount: classCount, rowCount: features.rowCount)
    let design = PaddedDesign(features)
    let objective = SoftmaxObjective(
      design: design, labels: labels, weights: weights, classCount: classCount)
    let sums = weightOfClasses(labels, weights, classCount: classCount)
    let total = sums.reduce(0, +)
    let start = sums.flatMap { sum in
      design.padded(coefficients: [], intercept: log(max(sum / total, Double.ulpOfOne)))
    }
    let line = penalties(design)
    let method = newton(objective, sums.flatMap { _ in line }, totalWeight: total)
    let result = try method.minimise(from: start, progress)
    let lines = (0..<classCount).map {
      Array(result.vector[$0 * design.width..<($0 + 1) * design.width])
    }
    return MultinomialRegressionModel(
      coefficients: withoutMean(lines.map { design.coefficients(in: $0) }),
      intercepts: withoutMean(lines.map { [$0[design.interceptIndex]] }).map { $0[0] },
      iterations: result.iterations, converged: result.converged)
  }

  /// The weight of each coefficient's square.
  private func penalties(_ design: PaddedDesign) -> [Double] {
    let weight = penalty == .l2 ? 1 / inverseRegularization : 0
    var penalties = [Double](repeating: weight, count: design.width)
    penalties[design.interceptIndex] = 0
    return penalties
  }

  private func newton<Objective: NewtonObjective>(
    _ objective: Objective, _ penalties: [Double], totalWeight: Double
  ) -> NewtonMethod<Objective> {
    NewtonMethod(
      objective: objective, penalty: penalties, totalWeight: totalWeight,
      maxIterations: maxIterations, tolerance: tolerance, hasMinimum: penalty == .l2)
  }
}

/// Lines of one length, the mean of all taken from each.
private func withoutMean(_ lines: [[Double]]) -> [[Double]] {
  guard var mean = lines.first else { return lines }
  for line in lines.dropFirst() { for index in mean.indices { mean[index] += line[index] } }
  return lines.map { line in zip(line, mean).map { $0 - $1 / Double(lines.count) } }
}
