internal import Registry

extension PipelineReader {
  /// `Pipeline` whose last step is an estimator. A step that draws samples is passed over, as imbalanced-learn
  /// does when it predicts.
  mutating func pipelineAnswer(
    of pipeline: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let steps = try pipeline.steps()
    guard let last = steps.last?.object else {
      throw pipeline.unsupported("has no estimator as its last step")
    }
    return try answer(of: last, try transform(table, through: steps.dropLast(), of: pipeline))
  }

  /// `Pipeline` of transformers.
  mutating func transform(
    _ table: [PipelineColumn], throughStepsOf pipeline: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    try transform(table, through: try pipeline.steps()[...], of: pipeline)
  }

  private mutating func transform(
    _ table: [PipelineColumn], through steps: ArraySlice<PipelineStep>,
    of pipeline: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    var table = table
    for step in steps {
      guard let object = step.object else {
        guard step.word == "passthrough" else {
          throw pipeline.unsupported("has the step '\(step.word)'")
        }
        continue
      }
      if object.className.module.hasPrefix("imblearn."),
        !object.className.module.hasPrefix("imblearn.pipeline")
      {
        continue
      }
      table = try transform(table, by: object)
    }
    return table
  }

  /// `FeatureUnion`: what each transformer makes of the same table, side by side; sparse when any part is.
  mutating func transform(
    _ table: [PipelineColumn], byUnion union: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let isTableSparse = isSparse
    var isAnySparse = false
    var all: [PipelineColumn] = []
    for step in try union.steps("transformer_list") {
      isSparse = isTableSparse
      var part = table
      if let object = step.object {
        part = try transform(table, by: object)
      } else if step.word == "drop" {
        continue
      }
      isAnySparse = isAnySparse || isSparse
      all += try weighted(part, as: step.name, of: union)
    }
    isSparse = isAnySparse
    return all
  }

  /// Columns times the weight that `transformer_weights` has for their step.
  mutating func weighted(
    _ table: [PipelineColumn], as name: String, of object: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    try object.file.charge(table.count, of: 16)
    guard !object.isNone("transformer_weights") else { return table }
    guard
      case .dictionary(let pairs) = object.file.document[
        try object.reference("transformer_weights")]
    else { throw object.misfit("transformer_weights") }
    guard let pair = pairs.last(where: { object.file.document.text(at: $0.key) == name }) else {
      return table
    }
    guard let weight = try object.file.number(at: pair.value) else {
      throw object.misfit("transformer_weights")
    }
    return try apply(
      [.multiply(Array(repeating: weight, count: table.count))], to: table, node: name)
  }

  /// Does steps to each of the columns, which are numbers.
  mutating func apply(
    _ steps: [ColumnStep], to table: [PipelineColumn], node: String
  ) throws(LearnerError) -> [PipelineColumn] {
    guard !table.isEmpty else { return [] }
    let numbers = try planner.numbers(table)
    return planner.add(
      ColumnStepOperator(steps: steps, width: table.count), [numbers], width: table.count,
      node: node
    ).columns
  }
}
