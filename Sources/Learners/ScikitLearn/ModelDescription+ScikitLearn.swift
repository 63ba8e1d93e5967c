internal import Registry

extension ModelDescription {
  /// Takes the steps out of a saved estimator, whether or not all of them are known here.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` or
  ///   ``LearnerError/unsupportedModel(_:reason:supported:)``; what was found before that is kept.
  mutating func describe(scikitLearn bytes: [UInt8]) throws(LearnerError) {
    let file = try PickledModelFile(bytes)
    let model = try file.estimator()
    producer = Producer(
      model.packageName, version: try model.firstVersion()?.description)
    steps = [try PipelineOutline().step(of: model, detail: nil)]
    var reader = PipelineReader(featureNames: try model.featureNames())
    defer { if reader.treeCounts.count > 0 { trees = reader.treeCounts } }
    _ = try reader.answer(of: model, reader.features)
  }
}

/// The steps of an estimator with the steps that these are made of, as far as its class is known.
private struct PipelineOutline {
  var depth = 0

  func step(
    of object: PickledObject, detail: String?
  ) throws(LearnerError) -> ModelDescription.Step {
    let isKnown = EstimatorClass(object) != nil || TransformerClass(object) != nil
    let counts = try object.partCount()
    let details = [detail, counts].compactMap { $0 }
    return ModelDescription.Step(
      object.name, detail: details.isEmpty ? nil : details.joined(separator: ": "),
      obstacle: isKnown ? nil : "not supported", children: try children(of: object))
  }

  private func children(
    of object: PickledObject
  ) throws(LearnerError) -> [ModelDescription.Step] {
    guard depth < PipelineReader.maximumDepth else { return [] }
    let inner = PipelineOutline(depth: depth + 1)
    var steps: [ModelDescription.Step] = []
    for (name, part) in try parts(of: object) {
      steps.append(try inner.step(of: part, detail: name))
    }
    return steps
  }

  private func parts(
    of object: PickledObject
  ) throws(LearnerError) -> [(name: String?, part: PickledObject)] {
    switch (EstimatorClass(object), TransformerClass(object)) {
    case (.pipeline, _), (.samplingPipeline, _): try named(object, "steps")
    case (_, .union): try named(object, "transformer_list")
    case (_, .columnTransformer): try named(object, "transformers_")
    case (.votingClassifier, _), (.votingRegressor, _):
      try object.objects("estimators_").map { (nil, $0) }
    case (.stackingClassifier, _), (.stackingRegressor, _):
      (try object.objects("estimators_") + [try object.object("final_estimator_")]).map {
        (nil, $0)
      }
    case (.gridSearch, _), (.randomizedSearch, _), (.halvingGridSearch, _),
      (.halvingRandomSearch, _):
      [(nil, try object.object("best_estimator_"))]
    case (.frozen, _), (.fixedThreshold, _), (.tunedThreshold, _), (.transformedTarget, _):
      [(nil, try object.part())]
    case (.calibrated, _):
      // All of them are of one kind.
      try object.objects("calibrated_classifiers_").prefix(1).map {
        part throws(LearnerError) in (nil, try part.calibratedEstimator())
      }
    default: []
    }
  }

  private func named(
    _ object: PickledObject, _ list: String
  ) throws(LearnerError) -> [(name: String?, part: PickledObject)] {
    try object.steps(list).compactMap { step in step.object.map { (step.name, $0) } }
  }
}

extension PickledObject {
  /// The library that the class is of.
  fileprivate var packageName: String {
    let package = className.module.split(separator: ".").first.map(String.init) ?? ""
    return package == "sklearn" ? "scikit-learn" : package
  }

  /// The version that wrote the object, or the part of it that rows arrive at.
  fileprivate func firstVersion() throws(LearnerError) -> ScikitLearnVersion? {
    var object = self
    for _ in 0..<PipelineReader.maximumDepth {
      if let version = object.version { return version }
      do throws(LearnerError) { object = try object.part() } catch { return nil }
    }
    return nil
  }

  /// How many trees or calibrated models there are.
  fileprivate func partCount() throws(LearnerError) -> String? {
    for (list, noun) in [("_predictors", "rounds"), ("calibrated_classifiers_", "models")]
    where has(list) {
      return "\(try items(list).count) \(noun)"
    }
    guard has("estimators_"), kind.hasPrefix("ensemble."), !kind.hasPrefix("ensemble.Voting"),
      !kind.hasPrefix("ensemble.Stacking")
    else {
      return nil
    }
    return "\(try items("estimators_").count) trees"
  }
}
