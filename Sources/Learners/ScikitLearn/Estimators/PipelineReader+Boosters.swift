internal import Registry

extension PipelineReader {
  /// `LGBMClassifier`, `XGBClassifier` and their like, whose own files are in the pickle, and `Booster` of both.
  mutating func boosterAnswer(
    of estimator: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let scored = try estimator.scoredModel()
    let model =
      if let scored { try ScoringModel(scored.raw) } else { try estimator.boosterModel() }
    guard model.features.count == table.count else {
      throw estimator.broken("there are \(model.features.count) features, not \(table.count)")
    }
    var inputs: [PlannedTensor] = []
    for (input, port) in model.graph.inputs.enumerated() {
      let columns = zip(model.features, table).filter { $0.0.input == input }.map(\.1)
      inputs.append(
        port.type == .string ? try planner.texts(columns) : try planner.numbers(columns))
    }
    let labels = try estimator.boosterLabels(model)
    let count = labels?.count ?? 1
    let width = scored != nil && count == 2 ? 1 : count
    if let scored, scored.scoreCount != width {
      throw estimator.broken("it has \(count) labels, and \(scored.scoreCount) scores a row")
    }
    let operation = NestedModelOperator(
      model: model, missing: try missingNumbers(of: estimator), width: width)
    let answer = planner.add(operation, inputs, width: width, node: estimator.name)
    if let scored, let labels {
      return .scores(answer, .lightGBM(scored.objective), labels: labels)
    }
    return labels.map { .probabilities(answer, labels: $0) } ?? .number(answer)
  }

  /// What XGBoost takes for missing: what it was told, and what a sparse table leaves out.
  private func missingNumbers(of estimator: PickledObject) throws(LearnerError) -> [Double] {
    guard estimator.fullName.hasPrefix("xgboost.") else { return [] }
    let told = estimator.isNone("missing") ? .nan : try estimator.number("missing")
    return (told.isNaN ? [] : [told]) + (isSparse ? [0] : [])
  }
}

extension PickledObject {
  /// The model of an `XGBModel` or `LGBMModel`, with the trees up to the best round where training was stopped
  /// early.
  func boosterModel() throws(LearnerError) -> ScoringModel {
    let isBare = name == "Booster"
    let booster = isBare ? self : try object("_Booster")
    if fullName.hasPrefix("xgboost.") {
      guard let bytes = file.document.bytes(at: try booster.reference("handle")) else {
        throw booster.misfit("handle")
      }
      try file.charge(bytes.count, of: 1)
      return try ScoringModel(xgboost: Array(bytes), isEstimator: !isBare)
    }
    return try ScoringModel(try booster.lightGBMModel())
  }

  /// The model of an `LGBMClassifier` that has a decision function, as from LightGBM 4.7 on: what calibrates it
  /// takes that. The attribute came with the same version.
  fileprivate func scoredModel() throws(LearnerError) -> LightGBMModel? {
    guard name == "LGBMClassifier", has("_fitted_with_feature_names") else { return nil }
    let model = try object("_Booster").lightGBMModel()
    return model.objective.isClassifier ? model : nil
  }

  private func lightGBMModel() throws(LearnerError) -> LightGBMModel {
    // Version 4 names it after what is private.
    let text = try text(has("_handle") ? "_handle" : "handle")
    let best = has("best_iteration") ? try number("best_iteration") : 0
    try file.charge(text.utf8.count, of: 1)
    return try LightGBMModel(
      Array(text.utf8), roundCount: best > 0 ? Int(exactly: best) : nil)
  }

  /// The labels; `nil` for a model that predicts numbers. XGBoost numbers them itself where the file names
  /// none.
  fileprivate func boosterLabels(_ model: ScoringModel) throws(LearnerError) -> [PickledCell]? {
    if name == "Booster" {
      guard case .probabilities(_, let numbered?) = model.answer else { return nil }
      return numbered.texts.indices.map { .integer(Int64($0)) }
    }
    guard name.hasSuffix("Classifier") else {
      // A regression may predict a share, by the objective that tells two labels apart.
      if case .probabilities(_, let labels) = model.answer, labels?.texts.count != 2 {
        throw misfit("_Booster")
      }
      return nil
    }
    guard case .probabilities(_, let numbered?) = model.answer else {
      throw unsupported("answers no probabilities")
    }
    guard let list = ["_classes", "classes_"].first(where: has) else {
      return numbered.texts.indices.map { .integer(Int64($0)) }
    }
    let labels = try labels(list)
    guard labels.count == numbered.texts.count else { throw misfit(list) }
    return labels
  }
}
