internal import Registry

extension PipelineReader {
  /// `HistGradientBoostingClassifier`.
  mutating func histogramAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let loss = try model.text("loss")
    let known = ["log_loss", "auto", "binary_crossentropy", "categorical_crossentropy"]
    guard known.contains(loss) else { throw model.unsupported("has loss='\(loss)'") }
    let count = labels.count == 2 ? 1 : labels.count
    let scores = try planHistogram(model, table, count: count)
    // Probabilities decided in version 1.2.
    let isOld = model.version.map { $0 < ScikitLearnVersion(1, 3) } ?? false
    return .scores(
      scores, count == 1 ? .sigmoid(times: 1) : .softmax, labels: labels,
      isOld ? nil : .aboveZero(count))
  }

  /// `HistGradientBoostingRegressor`.
  mutating func histogramNumber(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    let scores = try planHistogram(model, table, count: 1)
    switch try model.text("loss") {
    case "squared_error", "absolute_error", "quantile", "least_squares": return scores
    case "poisson", "gamma":
      return planner.add(
        ColumnStepOperator(steps: [.function(.exp)], width: 1), [scores], width: 1,
        node: model.name)
    case let loss: throw model.unsupported("has loss='\(loss)'")
    }
  }

  private mutating func planHistogram(
    _ model: PickledObject, _ table: [PipelineColumn], count: Int
  ) throws(LearnerError) -> PlannedTensor {
    var table = table
    // From version 1.4 on an encoder makes numbers of categories, whatever they are, and puts them first.
    if !model.isNone("_preprocessor") {
      table = try transform(table, by: try model.object("_preprocessor"))
    }
    let known = try model.knownCategories(of: table.count)
    if known.contains(where: { $0 != nil }) {
      table = try apply([.categories(known)], to: table, node: model.name)
    }
    let starts = try model.numbers("_baseline_prediction", count: count)
    var trees: [SourceTree] = []
    for round in try model.items("_predictors") {
      guard let predictors = model.file.items(at: round), predictors.count == count else {
        throw model.misfit("_predictors")
      }
      for (score, reference) in predictors.enumerated() {
        guard let predictor = try PickledObject(model.file, at: reference) else {
          throw model.misfit("_predictors")
        }
        let tree = try predictor.histogramTree(score: score)
        try predictor.check(tree.nodes, width: table.count)
        trees.append(tree)
      }
    }
    treeCounts.add(trees)
    let compiled = try model.compiled(
      trees, TreeSums(scoreCount: count, starts: starts), as: Double.self)
    return planner.add(
      TreeSumOperator(trees: compiled, takesMissing: true, takesInfinity: true),
      [try planner.numbers(table)], width: count, node: model.name)
  }
}

extension PickledObject {
  /// The categories that each column had when the model was fitted; `nil` for numbers.
  fileprivate func knownCategories(of width: Int) throws(LearnerError) -> [Set<Int>?] {
    let mapper = try object("_bin_mapper")
    let flags = try mapper.numbers("is_categorical_", count: width)
    guard flags.contains(1) else { return Array(repeating: nil, count: width) }
    let bins = try mapper.items("bin_thresholds_")
    guard bins.count == width else { throw mapper.misfit("bin_thresholds_") }
    var known: [Set<Int>?] = []
    for (flag, bin) in zip(flags, bins) {
      guard flag != 0 else {
        known.append(nil)
        continue
      }
      guard let values = try file.matrix(at: bin) else { throw mapper.misfit("bin_thresholds_") }
      known.append(Set(values.numbers.compactMap { (0..<256).contains($0) ? Int($0) : nil }))
    }
    return known
  }
}
