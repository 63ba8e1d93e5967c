extension ModelDescription {
  /// Takes out of a model of LightGBM what it says of itself; of its version it says that of its form only.
  ///
  /// - Throws: As ``LightGBMModel/init(_:)``.
  mutating func describe(lightGBM bytes: [UInt8]) throws(LearnerError) {
    let model = try LightGBMModel(bytes)
    producer = Producer(ModelFormat.lightGBM.rawValue, version: model.version)
    let name = model.isAveraged ? "average of trees" : "sum of trees"
    steps = [Step(name, detail: model.objective.name)]
    var counts = TreeCounts()
    counts.add(model.trees)
    trees = counts
  }
}
