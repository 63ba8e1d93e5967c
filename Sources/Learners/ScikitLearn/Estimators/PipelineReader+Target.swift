extension PipelineReader {
  /// `TransformedTargetRegressor`: what a regression predicts, changed back.
  mutating func targetNumber(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> PlannedTensor {
    let regressor = try model.object("regressor_")
    guard case .number(let number) = try answer(of: regressor, table) else {
      throw regressor.unsupported("answers no numbers")
    }
    let transformer = try model.object("transformer_")
    let steps = try transformer.inverseSteps()
    if steps.isEmpty { return number }
    return planner.add(
      ColumnStepOperator(steps: steps, width: 1), [number], width: 1, node: transformer.name)
  }
}

extension PickledObject {
  /// What a transformer of one column does to change it back.
  fileprivate func inverseSteps() throws(LearnerError) -> [ColumnStep] {
    switch TransformerClass(self) {
    case .function: return isNone("inverse_func") ? [] : [.function(try function("inverse_func"))]
    case .standardScaler:
      return (try bool("with_std") ? [.multiply(try numbers("scale_", count: 1))] : [])
        + (try bool("with_mean") ? [.add(try numbers("mean_", count: 1))] : [])
    case .robustScaler:
      return (try bool("with_scaling") ? [.multiply(try numbers("scale_", count: 1))] : [])
        + (try bool("with_centering") ? [.add(try numbers("center_", count: 1))] : [])
    case .minMaxScaler:
      return [
        .subtract(try numbers("min_", count: 1)), .divide(try numbers("scale_", count: 1)),
      ]
    case .maxAbsScaler: return [.multiply(try numbers("scale_", count: 1))]
    default: throw unsupported("changes the target")
    }
  }
}
