internal import Registry

extension ScoringModel {
  /// Reads a pickle of a fitted estimator, as `joblib.dump` and `pickle.dump` write it. Nothing of it is
  /// imported or called.
  ///
  /// - Parameter bytes: The file, as it is or compressed.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``, or
  ///   ``LearnerError/unsupportedModel(_:reason:supported:)`` for a class or a parameter that is not known
  ///   here.
  /// - Complexity: O(*n*) in the size of the file and what it is decompressed to.
  init(scikitLearn bytes: [UInt8]) throws(LearnerError) {
    let file = try PickledModelFile(bytes)
    let model = try file.estimator()
    var reader = PipelineReader(featureNames: try model.featureNames())
    let answer = try reader.answer(of: model, reader.features)
    let (output, labels) = try reader.output(of: answer, model)
    let name = labels == nil ? OutputName.prediction : ModelGraph.OutputName.probabilities
    let decided = answer.decision
    let (graph, features) = try reader.graph(
      outputs: [(output, name)]
        + (decided.map { [($0.scores, ModelGraph.OutputName.scores)] } ?? []))
    self.init(
      format: .scikitLearn, graph: graph, features: features,
      answer: labels.map { .probabilities(output: 0, labels: $0) } ?? .number(output: 0),
      labelOutput: decided == nil ? nil : 1, decision: decided?.rule)
  }
}

extension PickledObject {
  /// The names of the columns that the model takes, in order; `nil` for each where it knows places only.
  ///
  /// They are written down where the rows arrive: at the first step, mostly.
  func featureNames() throws(LearnerError) -> [String?] {
    var object = self
    for _ in 0..<PipelineReader.maximumDepth {
      if object.has("feature_names_in_") {
        return try object.cells("feature_names_in_").map(\.label)
      }
      if object.has("n_features_in_") {
        let count = try object.number("n_features_in_")
        guard let count = Int(exactly: count), (1...1 << 20).contains(count) else {
          throw object.misfit("n_features_in_")
        }
        return Array(repeating: nil, count: count)
      }
      if object.has("_Booster") || object.name == "Booster" {
        return try object.boosterModel().features.map(\.name)
      }
      object = try object.part()
    }
    throw file.broken("its steps are nested too deeply")
  }

  /// The part that decides: the last step of a pipeline.
  func deciding() throws(LearnerError) -> PickledObject {
    var object = self
    for _ in 0..<PipelineReader.maximumDepth {
      switch EstimatorClass(object) {
      case .pipeline, .samplingPipeline:
        guard let last = try object.steps().last?.object else { return object }
        object = last
      case .gridSearch, .randomizedSearch, .halvingGridSearch, .halvingRandomSearch, .frozen:
        object = try object.part()
      default: return object
      }
    }
    return object
  }

  /// The part that the rows of this estimator arrive at.
  func part() throws(LearnerError) -> PickledObject {
    switch EstimatorClass(self) {
    case .pipeline, .samplingPipeline: return try first(of: "steps")
    case .gridSearch, .randomizedSearch, .halvingGridSearch, .halvingRandomSearch:
      return try object("best_estimator_")
    case .calibrated:
      guard let first = try objects("calibrated_classifiers_").first else {
        throw misfit("calibrated_classifiers_")
      }
      return try first.calibratedEstimator()
    case .votingClassifier, .votingRegressor, .stackingClassifier, .stackingRegressor:
      guard let first = try objects("estimators_").first else { throw misfit("estimators_") }
      return first
    case .frozen: return try object("estimator")
    case .fixedThreshold, .tunedThreshold:
      return try object(has("estimator_") ? "estimator_" : "estimator")
    case .transformedTarget: return try object("regressor_")
    default:
      guard TransformerClass(self) == .union else {
        throw unsupported(
          "is not fitted", supported: ["a model that was saved after it was fitted"])
      }
      return try first(of: "transformer_list")
    }
  }

  /// The first step that is not a word.
  private func first(of list: String) throws(LearnerError) -> PickledObject {
    for step in try steps(list) {
      if let object = step.object { return object }
    }
    throw misfit(list)
  }
}
