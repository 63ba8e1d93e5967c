extension TreeEnsemble {
  /// Scores are log-odds of label 1.
  init(_ model: GradientBoostingModel) { self.init(model.boosted) }

  /// Scores are logarithms of what the probabilities are in proportion to.
  init(_ model: MulticlassBoostingModel) { self.init(model.boosted) }

  /// The score is the prediction.
  init(_ model: BoostingRegressionModel) { self.init(model.boosted, scale: model.unit) }

  /// The score is the probability of label 1.
  init(_ model: RandomForestModel) { self.init(model.forest) }

  /// Scores are the probabilities of the classes.
  init(_ model: MulticlassForestModel) { self.init(model.forest) }

  /// The score is the prediction.
  init(_ model: ForestRegressionModel) { self.init(model.forest) }

  private init(_ boosted: BoostedTrees, scale: Double = 1) {
    self.init(
      binner: boosted.binner, trees: boosted.trees, baseline: boosted.baseline, scale: scale,
      leavesAnswerAll: false)
  }

  private init(_ forest: Forest) {
    self.init(
      binner: forest.binner, trees: forest.trees,
      baseline: [Double](repeating: 0, count: forest.outputCount),
      scale: 1 / Double(forest.trees.count), leavesAnswerAll: true)
  }
}
