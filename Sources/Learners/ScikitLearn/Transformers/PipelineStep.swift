internal import Registry

extension PickledObject {
  /// The steps of a `Pipeline` or `FeatureUnion`: names, and objects where they are no words such as
  /// `passthrough`.
  func steps(_ name: String = "steps") throws(LearnerError) -> [PipelineStep] {
    var steps: [PipelineStep] = []
    for item in try items(name) {
      guard let pair = file.document.tuple(at: item), pair.count >= 2,
        let name = file.document.text(at: pair[0])
      else { throw misfit(name) }
      let object = try PickledObject(file, at: pair[1])
      let word = file.document.text(at: pair[1])
      guard object != nil || word != nil || file.document[pair[1]] == .none else {
        throw misfit(name)
      }
      steps.append(PipelineStep(name: name, object: object, word: word ?? "passthrough"))
    }
    return steps
  }
}

/// A step of a pipeline.
struct PipelineStep {
  let name: String
  let object: PickledObject?
  /// What stands in place of an object: `passthrough` or `drop`.
  let word: String
}
