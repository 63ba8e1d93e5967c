extension PipelineReader {
  /// `CalibratedClassifierCV`: the mean of what its calibrated models say.
  mutating func calibratedAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    var answers: [PlannedTensor] = []
    for part in try model.objects("calibrated_classifiers_") {
      answers.append(try calibrated(part, labels, table))
    }
    let mean = try average(
      answers, weights: Array(repeating: 1, count: answers.count), of: model)
    return .probabilities(mean, labels: labels)
  }

  /// The mean of tensors of the same width.
  mutating func average(
    _ tensors: [PlannedTensor], weights: [Double], of model: PickledObject
  ) throws(LearnerError) -> PlannedTensor {
    guard let first = tensors.first, tensors.allSatisfy({ $0.width == first.width }),
      weights.count == tensors.count
    else { throw model.broken("there are no models, or they do not fit each other") }
    return planner.add(
      AverageOperator(weights: weights, width: first.width), tensors, width: first.width,
      node: model.name)
  }

  /// One model and its calibrators.
  private mutating func calibrated(
    _ part: PickledObject, _ labels: [PickledCell], _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    let estimator = try part.calibratedEstimator()
    let answer = try answer(of: estimator, table)
    if let scale = try part.objects("calibrators").first,
      scale.kind == "calibration._TemperatureScaling"
    {
      return try cooled(answer, by: scale, labels, of: estimator)
    }
    let scores: PlannedTensor
    let known: [PickledCell]
    var column = 0
    switch answer {
    case .number: throw estimator.unsupported("is calibrated and answers numbers")
    case .scores(let tensor, _, let own, _): (scores, known) = (tensor, own)
    case .probabilities(let tensor, let own, _):
      (scores, known) = (tensor, own)
      if own.count == 2 { column = 1 }
    }
    var calibrators: [LabelCalibrator] = []
    for object in try part.objects("calibrators") {
      calibrators.append(try LabelCalibrator(object))
    }
    let places = known.compactMap { labels.firstIndex(where: $0.isSame) }
    guard places.count == known.count, calibrators.count == (labels.count == 2 ? 1 : known.count),
      known.count == labels.count || known.count > 2,
      scores.width >= column + calibrators.count
    else { throw part.misfit("calibrators") }
    return planner.add(
      CalibrationOperator(
        calibrators: calibrators, firstColumn: column,
        labels: labels.count == 2 ? [1] : places, width: labels.count),
      [scores], width: labels.count, node: part.name)
  }
}

extension PipelineReader {
  /// What temperature scaling makes of scores, or of the logarithms of probabilities.
  private mutating func cooled(
    _ answer: EstimatorAnswer, by scale: PickledObject, _ labels: [PickledCell],
    of estimator: PickledObject
  ) throws(LearnerError) -> PlannedTensor {
    let scores: PlannedTensor
    let known: [PickledCell]
    var areProbabilities = true
    switch answer {
    case .number: throw estimator.unsupported("is calibrated and answers numbers")
    case .scores(let tensor, let link, let own, _):
      (scores, known) = (tensor, own)
      if case .complement? = link { areProbabilities = true } else { areProbabilities = false }
    case .probabilities(let tensor, let own, _): (scores, known) = (tensor, own)
    }
    guard known.count == labels.count, scores.width == labels.count || labels.count == 2 else {
      throw scale.misfit("beta_")
    }
    return planner.add(
      TemperatureOperator(
        factor: try scale.number("beta_"), areProbabilities: areProbabilities,
        width: labels.count), [scores], width: labels.count, node: scale.name)
  }
}

extension PickledObject {
  /// The model that a `_CalibratedClassifier` calibrates; called `base_estimator` before version 1.2.
  func calibratedEstimator() throws(LearnerError) -> PickledObject {
    try object(has("estimator") ? "estimator" : "base_estimator")
  }
}
