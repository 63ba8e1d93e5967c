extension ScoringModel {
  /// Reads a model of LightGBM, as text.
  ///
  /// It answers as LightGBM does: the same `Double`s, from the same C library.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` or
  ///   ``LearnerError/unsupportedModel(_:reason:supported:)``.
  init(lightGBM bytes: [UInt8], roundCount: Int? = nil) throws(LearnerError) {
    try self.init(try LightGBMModel(bytes, roundCount: roundCount))
  }

  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  init(_ model: LightGBMModel) throws(LearnerError) {
    var builder = ScoringGraphBuilder()
    let columns = try model.inputs.columns(in: &builder, type: .double)
    let answer = try builder.add(try LightGBMTreesOperator(model), [columns], node: "trees")[0]
    self.init(
      format: .lightGBM, features: model.inputs.features, builder, answer,
      classCount: model.objective.isClassifier ? max(2, model.scoreCount) : nil)
  }
}
