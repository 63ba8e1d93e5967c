/// A fitted preprocessing and logistic regression, as one ONNX graph and ready to score.
struct FittedLinearModel: Sendable {
  let transformer: FittedColumnTransformer
  let regression: LogisticRegressionModel
  /// The model file, byte for byte.
  let onnx: [UInt8]
  let session: ONNXSession

  init(
    _ features: Table, labels: [Int], target: TargetEncoding
  ) throws(LearnerError) {
    // What is learned from is what the model will be given: numbers in single precision.
    let features = features.inSinglePrecision
    transformer = try ColumnTransformer(columns: features.columns.map(\.name)).fit(features)
    regression = try LogisticRegression().fit(try transformer.transform(features), labels: labels)
    let graph = ModelGraph(
      estimator: .linear(
        transformer, coefficients: [regression.coefficients], intercepts: [regression.intercept]),
      response: .logistic,
      answer: .binary(
        classes: target.classes, areIntegers: target.integerClasses != nil,
        threshold: Float(TrainingResult.threshold)),
      metadata: [
        (key: "target", value: target.name), (key: "positive_label", value: target.positive),
      ])
    let model = try graph.model()
    onnx = model.encode()
    session = try ONNXSession(model)
  }
}

extension Table {
  /// The same table with every number rounded to the nearest `Float`.
  fileprivate var inSinglePrecision: Table {
    let rounded = columns.map { column in
      guard case .numbers(let numbers) = column.values else { return column }
      return Column(
        name: column.name, type: column.type,
        values: .numbers(numbers.map { Double(Float($0)) }))
    }
    return Table(columns: rounded, rowCount: rowCount)
  }
}
