internal import Registry

extension PipelineReader {
  /// `FixedThresholdClassifier` and `TunedThresholdClassifierCV`: the probabilities of a classifier of two
  /// labels, and a threshold that decides between these.
  mutating func thresholdAnswer(
    of model: PickledObject, _ table: [PipelineColumn], tuned: Bool
  ) throws(LearnerError) -> EstimatorAnswer {
    let estimator = try model.object(model.has("estimator_") ? "estimator_" : "estimator")
    let answer = try answer(of: estimator, table)
    let (probabilities, labels) = try self.probabilities(of: answer, estimator)
    guard labels.count == 2 else { throw model.misfit("estimator_") }
    let positive = try model.positiveLabel(among: labels, tuned: tuned)
    var threshold = LabelThreshold(column: positive, positive: positive, isInclusive: true)
    var scores = probabilities
    if try model.text("response_method") == "decision_function" {
      guard case .scores(let own, let link, _, _) = answer, own.width == 1 else {
        throw model.misfit("response_method")
      }
      if case .complement? = link { throw model.misfit("response_method") }
      scores = own
      threshold.column = 0
      threshold.isNegated = positive == 0
    } else {
      threshold.value = 0.5
    }
    let name = tuned ? "best_threshold_" : "threshold"
    if try model.cell(name).text != "auto" { threshold.value = try model.number(name) }
    return .probabilities(probabilities, labels: labels, (scores, .threshold(threshold)))
  }
}

extension PickledObject {
  /// The place of the label that high scores stand for: the second, unless another one is named.
  fileprivate func positiveLabel(
    among labels: [PickledCell], tuned: Bool
  ) throws(LearnerError) -> Int {
    guard tuned else { return try place(of: "pos_label", of: self, among: labels) }
    let scorer = try object("_curve_scorer")
    guard case .dictionary(let pairs) = file.document[try scorer.reference("_kwargs")] else {
      throw scorer.misfit("_kwargs")
    }
    guard let pair = pairs.last(where: { file.document.text(at: $0.key) == "pos_label" }) else {
      // Scores such as F1 look for the label 1 where nobody says otherwise.
      guard labels[0].number != 1 else {
        throw unsupported("does not say which label is positive", supported: ["labels 0 and 1"])
      }
      return 1
    }
    guard let label = try file.cell(at: pair.value) else { throw scorer.misfit("_kwargs") }
    return try place(of: label, among: labels)
  }

  private func place(
    of name: String, of object: PickledObject, among labels: [PickledCell]
  ) throws(LearnerError) -> Int {
    object.isNone(name) ? 1 : try place(of: try object.cell(name), among: labels)
  }

  private func place(
    of label: PickledCell, among labels: [PickledCell]
  ) throws(LearnerError) -> Int {
    guard let place = labels.firstIndex(where: label.isSame) else { throw misfit("pos_label") }
    return place
  }
}
