extension PipelineReader {
  /// `StackingClassifier`: a classifier of what others say of the rows.
  mutating func stackedAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let last = try model.object("final_estimator_")
    // The models were fitted on the places of the labels.
    switch try answer(of: last, try stacked(model, table, labelCount: labels.count)) {
    case .scores(let scores, let link, let own, let decision):
      guard own.count == labels.count else { throw model.misfit("final_estimator_") }
      return .scores(scores, link, labels: labels, decision)
    case .probabilities(let tensor, let own, let decision):
      guard own.count == labels.count else { throw model.misfit("final_estimator_") }
      return .probabilities(tensor, labels: labels, decision)
    case .number: throw last.unsupported("answers numbers where labels are needed")
    }
  }

  /// `StackingRegressor`.
  mutating func stackedNumber(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    let last = try model.object("final_estimator_")
    guard case .number(let number) = try answer(of: last, try stacked(model, table, labelCount: 0))
    else { throw last.unsupported("answers no numbers") }
    return number
  }

  /// What the models say side by side, and behind that the table where it is passed through.
  private mutating func stacked(
    _ model: PickledObject, _ table: [PipelineColumn], labelCount: Int
  ) throws(LearnerError) -> [PipelineColumn] {
    let methods = try model.cells("stack_method_").compactMap(\.text)
    let parts = try model.objects("estimators_")
    guard methods.count == parts.count, !parts.isEmpty else { throw model.misfit("stack_method_") }
    var columns: [PipelineColumn] = []
    for (part, method) in zip(parts, methods) {
      switch (method, try answer(of: part, table)) {
      case ("predict_proba", let answer):
        let (tensor, own) = try probabilities(of: answer, part)
        guard own.count == labelCount else { throw part.misfit("classes_") }
        columns += tensor.columns.dropFirst(labelCount == 2 ? 1 : 0)
      case ("decision_function", .scores(let scores, _, _, _)): columns += scores.columns
      case ("predict", .number(let number)): columns += number.columns
      default: throw part.unsupported("is asked for '\(method)'")
      }
    }
    return try model.bool("passthrough") ? columns + table : columns
  }
}
