extension TreeEnsemble {
  /// Scores are log-odds of label 1.
  init(_ model: GradientBoostingModel) { self.init(model.boosted) }

  /// Scores are logarithms of what the probabilities are in proportion to.
  init(_ model: MulticlassBoostingModel) { self.init(model.boosted) }

  /// The score is the prediction.
  init(_ model: BoostingRegressionModel) { self.init(model.boosted, scale: model.unit) }

  /// The score is the probability of label 1.
  init(_ model: RandomForestModel) {
    self.init(
      binner: model.binner, trees: model.trees, baseline: [0],
      scale: 1 / Double(model.treeCount), leavesAnswerAll: false)
  }

  private init(_ boosted: BoostedTrees, scale: Double = 1) {
    self.init(
      binner: boosted.binner, trees: boosted.trees, baseline: boosted.baseline, scale: scale,
      leavesAnswerAll: false)
  }
}
