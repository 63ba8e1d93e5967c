internal import Glibc
internal import Registry

extension PipelineReader {
  /// `GradientBoostingClassifier`.
  mutating func boostingAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let loss = try model.text("loss")
    let count = labels.count == 2 ? 1 : labels.count
    let link: ScoreLink
    switch (loss, count) {
    case ("log_loss", 1), ("deviance", 1): link = .sigmoid(times: 1)
    case ("exponential", 1): link = .sigmoid(times: 2)
    case ("log_loss", _), ("deviance", _): link = .softmax
    default: throw model.unsupported("has loss='\(loss)'")
    }
    let starts = try model.boostingStarts(count, isExponential: loss == "exponential")
    // Before version 1.4 probabilities decided, but for the exponential loss.
    let isOld = model.version.map { $0 < ScikitLearnVersion(1, 4) } ?? false
    return .scores(
      try planBoosting(model, table, starts: starts), link, labels: labels,
      isOld && loss != "exponential" ? nil : .aboveZero(count, isInclusive: true))
  }

  /// `GradientBoostingRegressor`, whose losses all predict the number itself.
  mutating func boostingNumber(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    try planBoosting(model, table, starts: [try model.boostingStart()])
  }

  private mutating func planBoosting(
    _ model: PickledObject, _ table: [PipelineColumn], starts: [Double]
  ) throws(LearnerError) -> PlannedTensor {
    let rate = try model.number("learning_rate")
    var trees: [SourceTree] = []
    // Row by row of an array [rounds, labels].
    for (index, object) in try model.objects("estimators_").enumerated() {
      let (nodes, values, count) = try object.decisionTree(width: table.count)
      guard count == 1 else { throw model.misfit("estimators_") }
      var votes: [SourceTree.Vote] = []
      for place in nodes.indices {
        guard case .leaf = nodes[place].test else { continue }
        votes.append(
          SourceTree.Vote(leaf: place, score: index % starts.count, weight: rate * values[place]))
      }
      trees.append(SourceTree(nodes: nodes, votes: votes))
    }
    guard !trees.isEmpty, trees.count.isMultiple(of: starts.count) else {
      throw model.misfit("estimators_")
    }
    treeCounts.add(trees)
    let compiled = try model.compiled(
      trees, TreeSums(scoreCount: starts.count, starts: starts), as: Float.self)
    return planner.add(
      TreeSumOperator(trees: compiled, takesMissing: false, takesInfinity: false),
      [try planner.numbers(table)], width: starts.count, node: model.name)
  }
}

extension PickledObject {
  /// Whether boosting begins with 0, not with a model.
  private func beginsWithZero() throws(LearnerError) -> Bool {
    file.document.text(at: try reference("init_")) == "zero"
  }

  /// What a regression begins with.
  fileprivate func boostingStart() throws(LearnerError) -> Double {
    if try beginsWithZero() { return 0 }
    let first = try object("init_")
    guard first.kind == "dummy.DummyRegressor" else {
      throw unsupported("begins with '\(first.fullName)'")
    }
    return try first.numbers("constant_", count: 1)[0]
  }

  /// The scores that a classification begins with: those of the shares of the labels.
  fileprivate func boostingStarts(
    _ count: Int, isExponential: Bool
  ) throws(LearnerError) -> [Double] {
    if try beginsWithZero() { return Array(repeating: 0, count: count) }
    let first = try object("init_")
    guard first.kind == "dummy.DummyClassifier", try first.text("strategy") == "prior" else {
      throw unsupported("begins with '\(first.fullName)'")
    }
    // The smallest share was rounded in single precision until losses were shared in version 1.4.
    let isOld = version.map { $0 < ScikitLearnVersion(1, 4) } ?? false
    let smallest = isOld ? Double(Float.ulpOfOne) : Double.ulpOfOne
    let shares = try first.numbers("class_prior_", count: max(2, count)).map {
      max(smallest, min(1 - smallest, $0))
    }
    guard count > 1 else {
      return [log(shares[1] / (1 - shares[1])) * (isExponential ? 0.5 : 1)]
    }
    // A number that all scores have in common changes no probability, but what calibrates them.
    let mean = isOld ? 0 : shares.map { log($0) }.reduce(0, +) / Double(count)
    return shares.map { log($0) - mean }
  }
}
