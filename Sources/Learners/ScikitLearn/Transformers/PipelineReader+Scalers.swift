extension PipelineReader {
  /// The transformers that look at one number at a time, in the order of operations of scikit-learn.
  mutating func scale(
    _ table: [PipelineColumn], by scaler: PickledObject, _ kind: TransformerClass
  ) throws(LearnerError) -> [PipelineColumn] {
    let count = table.count
    var steps: [ColumnStep] = []
    switch kind {
    case .standardScaler:
      if try scaler.bool("with_mean") {
        steps.append(.subtract(try scaler.numbers("mean_", count: count)))
      }
      if try scaler.bool("with_std") {
        steps.append(.divide(try scaler.numbers("scale_", count: count)))
      }
    case .robustScaler:
      if try scaler.bool("with_centering") {
        steps.append(.subtract(try scaler.numbers("center_", count: count)))
      }
      if try scaler.bool("with_scaling") {
        steps.append(.divide(try scaler.numbers("scale_", count: count)))
      }
    case .maxAbsScaler:
      steps.append(.divide(try scaler.numbers("scale_", count: count)))
      if scaler.has("clip"), try scaler.bool("clip") { steps.append(.clamp(-1...1)) }
    case .minMaxScaler:
      steps.append(.multiply(try scaler.numbers("scale_", count: count)))
      steps.append(.add(try scaler.numbers("min_", count: count)))
      if scaler.has("clip"), try scaler.bool("clip") { steps.append(.clamp(try scaler.range())) }
    default:
      let numbers = try finite(table, node: scaler.name).columns
      return try apply([.exceed(try scaler.number("threshold"))], to: numbers, node: scaler.name)
    }
    return try apply(steps, to: table, node: scaler.name)
  }
}

extension PickledObject {
  /// The numbers that `MinMaxScaler` cuts to.
  fileprivate func range() throws(LearnerError) -> ClosedRange<Double> {
    let range = try numbers("feature_range", count: 2)
    guard range[0] <= range[1] else { throw misfit("feature_range") }
    return range[0]...range[1]
  }
}
