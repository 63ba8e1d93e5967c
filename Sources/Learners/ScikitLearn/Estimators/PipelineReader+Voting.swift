extension PipelineReader {
  /// `VotingClassifier`: the weighted mean of the probabilities.
  mutating func votedAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let rule = try model.text("voting")
    guard rule == "soft" || rule == "hard" else { throw model.misfit("voting") }
    var answers: [PlannedTensor] = []
    for part in try model.objects("estimators_") {
      let (probabilities, own) = try probabilities(of: try answer(of: part, table), part)
      guard own.count == labels.count else { throw part.misfit("classes_") }
      answers.append(probabilities)
    }
    let weights = try model.votingWeights(answers.count)
    guard rule == "hard" else {
      return .probabilities(try average(answers, weights: weights, of: model), labels: labels)
    }
    guard !answers.isEmpty else { throw model.misfit("estimators_") }
    let votes = planner.add(
      MajorityOperator(weights: weights, width: labels.count), answers, width: labels.count,
      node: model.name)
    return .probabilities(votes, labels: labels)
  }

  /// `VotingRegressor`.
  mutating func votedNumber(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    var answers: [PlannedTensor] = []
    for part in try model.objects("estimators_") {
      guard case .number(let number) = try answer(of: part, table) else {
        throw part.unsupported("answers no numbers")
      }
      answers.append(number)
    }
    return try average(answers, weights: try model.votingWeights(answers.count), of: model)
  }
}

extension PickledObject {
  /// The weights of the models that were not dropped.
  fileprivate func votingWeights(_ count: Int) throws(LearnerError) -> [Double] {
    if isNone("weights") { return Array(repeating: 1, count: count) }
    let steps = try steps("estimators")
    let weights = try numbers("weights", count: steps.count)
    let kept = zip(steps, weights).filter { $0.0.object != nil }.map(\.1)
    guard kept.count == count, kept.reduce(0, +) != 0 else { throw misfit("weights") }
    return kept
  }
}
