extension PipelineReader {
  /// `VotingClassifier`: the weighted mean of the probabilities, or the label that most vote for, which is
  /// then given the probability 1.
  mutating func votedAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let rule = try model.text("voting")
    guard rule == "soft" || rule == "hard" else { throw model.misfit("voting") }
    var answers: [PlannedTensor] = []
    for part in try model.objects("estimators_") {
      answers.append(try ballot(of: part, labels, table, isHard: rule == "hard"))
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

  /// What one model says of each label: probabilities, or for a majority whatever it decides by.
  private mutating func ballot(
    of part: PickledObject, _ labels: [PickledCell], _ table: [PipelineColumn], isHard: Bool
  ) throws(LearnerError) -> PlannedTensor {
    let answer = try answer(of: part, table)
    if isHard, case .probabilities(_, _, _?) = answer {
      throw part.unsupported("takes part in a vote of labels")
    }
    if isHard, case .scores(let scores, _, _, _) = answer, scores.width == labels.count,
      scores.width > 1
    {
      return scores
    }
    let (probabilities, own) = try probabilities(of: answer, part)
    guard own.count == labels.count else { throw part.misfit("classes_") }
    return probabilities
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
