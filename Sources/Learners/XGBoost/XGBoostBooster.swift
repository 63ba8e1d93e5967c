internal import Registry

/// The part of a file that holds trees or weights: `gbtree`, `dart` or `gblinear`.
struct XGBoostBooster {
  /// As the file calls it.
  let name: String
  private let learner: XGBoostObject
  /// Where the trees or the weights are.
  private let model: XGBoostObject
  /// What the leaves of each tree are multiplied by; `nil` where they count as they are.
  private let factors: [Double]?

  /// Whether a class with scikit-learn's interface predicts with it, wherever it was saved.
  private let isEstimator: Bool

  init(_ learner: XGBoostObject, isEstimator: Bool = false) throws(LearnerError) {
    self.learner = learner
    self.isEstimator = isEstimator
    let booster = try learner.object("gradient_booster")
    name = try booster.text("name")
    switch name {
    case "gbtree", "gblinear":
      model = try booster.object("model")
      factors = nil
    case "dart":
      model = try booster.object("gbtree").object("model")
      factors = try booster.numbers("weight_drop")
    default:
      throw .unsupportedModel(
        .xgboost, reason: "its booster is '\(name)'", supported: ["gbtree", "dart", "gblinear"])
    }
  }

  /// The trees or the weights.
  func read(
    _ places: [Int], scoreCount: Int
  ) throws(LearnerError) -> XGBoostModel.Booster {
    guard name == "gblinear" else { return .trees(try trees(places, scoreCount: scoreCount)) }
    let weights = try model.numbers("weights").map { Float($0) }
    guard weights.count == (places.count + 1) * scoreCount, weights.allSatisfy(\.isFinite) else {
      throw model.misfit("weights", "a finite number for each feature and class")
    }
    return .linear(weights: weights)
  }

  // MARK: Trees

  private func trees(
    _ places: [Int], scoreCount: Int
  ) throws(LearnerError) -> [SourceTree] {
    let objects = try model.objects("trees")
    let scores = try model.whole("tree_info")
    guard scores.count == objects.count, scores.allSatisfy((0..<scoreCount).contains) else {
      throw model.misfit("tree_info", "a class for each tree")
    }
    guard factors.map({ $0.count == objects.count }) ?? true else {
      throw .brokenXGBoost("its 'weight_drop' is not one number a tree")
    }
    var trees: [SourceTree] = []
    for index in 0..<min(objects.count, try usedCount(scoreCount: scoreCount)) {
      trees.append(
        try SourceTree(
          xgboost: objects[index], places: places, score: scores[index],
          factor: factors.map { Float($0[index]) }))
    }
    return trees
  }

  /// How many trees count: where the model was saved by the classes with scikit-learn's interface, those
  /// up to the best round, as these classes predict; a `Booster` predicts with all.
  private func usedCount(scoreCount: Int) throws(LearnerError) -> Int {
    guard learner.has("attributes") else { return .max }
    let attributes = try learner.object("attributes")
    guard isEstimator || attributes.has("scikit_learn"),
      let best = try attributes.count("best_iteration")
    else { return .max }
    if model.has("iteration_indptr") {
      let ends = try model.whole("iteration_indptr").dropFirst()
      guard let end = ends.dropFirst(best).first else { return .max }
      guard end >= 0 else { throw model.misfit("iteration_indptr", "where rounds end") }
      return end
    }
    let parallel = try model.object("gbtree_model_param").count("num_parallel_tree") ?? 1
    let (rounds, overflow) = (best &+ 1).multipliedReportingOverflow(by: scoreCount)
    let (count, overflows) = rounds.multipliedReportingOverflow(by: max(1, parallel))
    return overflow || overflows || count < 0 ? .max : count
  }

  // MARK: Features

  /// What the model takes of a row.
  func features(count: Int) throws(LearnerError) -> [BoosterFeature] {
    guard (1...XGBoostModel.maximumFeatureCount).contains(count) else {
      throw .unsupportedModel(.xgboost, reason: "it has \(count) features", supported: [])
    }
    let names = try learner.texts("feature_names")
    let types = try learner.texts("feature_types")
    let lists = model.has("cats") ? try model.object("cats").objects("enc") : []
    for given in [names.count, types.count, lists.count] where given != 0 && given != count {
      throw .brokenXGBoost("its lists of features are not of one length")
    }
    var features = (0..<count).map { BoosterFeature(name: names.isEmpty ? nil : names[$0]) }
    for (index, type) in types.enumerated() where type == "c" { features[index].content = .code }
    for (index, list) in lists.enumerated() {
      if let content = try XGBoostCategories(list).content { features[index].content = content }
    }
    return features
  }
}
