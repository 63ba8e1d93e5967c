/// What an estimator answers of each row.
enum EstimatorAnswer {
  /// What scikit-learn calls the decision function, and how it becomes probabilities if it does: one number a row for
  /// two labels, or one for each. With a rule, the numbers decide on the label; else the probabilities do.
  case scores(PlannedTensor, ScoreLink?, labels: [PickledCell], LabelDecision? = nil)
  /// A probability for each label, where there is no decision function; and what decides on the label where it
  /// is not the most probable.
  case probabilities(
    PlannedTensor, labels: [PickledCell], (scores: PlannedTensor, rule: LabelDecision)? = nil)
  /// One number.
  case number(PlannedTensor)

  /// What decides on the label, where it is not the first of the most probable.
  var decision: (scores: PlannedTensor, rule: LabelDecision)? {
    switch self {
    case .scores(let scores, _, _, let rule?): (scores, rule)
    case .probabilities(_, _, let decision): decision
    case .scores, .number: nil
    }
  }
}
