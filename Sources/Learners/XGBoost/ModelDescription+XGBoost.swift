extension ModelDescription {
  /// Takes out of a model of XGBoost what it says of itself.
  ///
  /// - Throws: As ``XGBoostModel/init(_:)``.
  mutating func describe(xgboost bytes: [UInt8]) throws(LearnerError) {
    let model = try XGBoostModel(bytes)
    producer = Producer(ModelFormat.xgboost.rawValue, version: model.version)
    steps = [Step(model.boosterName, detail: model.objective.name)]
    guard case .trees(let sources) = model.booster else { return }
    var counts = TreeCounts()
    counts.add(sources)
    trees = counts
  }
}
