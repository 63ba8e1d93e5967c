extension ScoringModel {
  /// Reads a model of XGBoost, as JSON or UBJSON.
  ///
  /// It answers as XGBoost does on the CPU: the same `Float`s, from the same C library.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` or
  ///   ``LearnerError/unsupportedModel(_:reason:supported:)``.
  init(xgboost bytes: [UInt8], isEstimator: Bool = false) throws(LearnerError) {
    let model = try XGBoostModel(bytes, isEstimator: isEstimator)
    var builder = ScoringGraphBuilder()
    let columns = try model.inputs.columns(in: &builder, type: .float)
    let answer: ScoringGraphBuilder.Value
    switch model.booster {
    case .trees(let trees):
      let operation = try XGBoostTreesOperator(
        trees, margins: model.margins, objective: model.objective)
      answer = try builder.add(operation, [columns], node: "trees")[0]
    case .linear(let weights):
      // Whatever the base scores of the other classes are: XGBoost 3 does the same.
      let margins = Array(repeating: model.margins[0], count: model.margins.count)
      let operation = XGBoostLinearOperator(
        weights: weights, margins: margins, objective: model.objective)
      answer = try builder.add(operation, [columns], node: "weights")[0]
    }
    self.init(
      format: .xgboost, features: model.inputs.features, builder, answer,
      classCount: model.objective.isClassifier ? max(2, model.margins.count) : nil)
  }
}
