/// What an estimator answers of each row.
enum EstimatorAnswer {
  /// What scikit-learn calls the decision function, and how it becomes probabilities if it does: one number a row for
  /// two labels, or one for each.
  case scores(PlannedTensor, ScoreLink?, labels: [PickledCell])
  /// A probability for each label, where there is no decision function.
  case probabilities(PlannedTensor, labels: [PickledCell])
  /// One number.
  case number(PlannedTensor)
}
