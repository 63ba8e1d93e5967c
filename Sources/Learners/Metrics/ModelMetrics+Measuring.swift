extension ModelMetrics {
  /// Measures answers.
  ///
  /// - Parameters:
  ///   - predictions: a probability of the positive label for each row, the probabilities of all classes
  ///     row by row, or a number for each row.
  ///   - target: what is true of these rows.
  ///   - threshold: of two labels, a row is predicted positive from here on.
  /// - Throws: as the metrics of the task.
  init(
    _ predictions: [Double], _ target: TargetEncoding, threshold: Double? = nil
  ) throws(LearnerError) {
    switch target.task {
    case .binary:
      self = .binary(
        try BinaryMetrics(
          probabilities: predictions, labels: target.labels, threshold: threshold ?? 0.5))
    case .multiclass:
      self = .multiclass(
        try MulticlassMetrics(
          probabilities: predictions, labels: target.labels, classCount: target.classes.count))
    case .regression:
      self = .regression(
        try RegressionMetrics(predictions: predictions, targets: target.numbers))
    }
  }
}
