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
    let graph = LinearClassifierGraph(
      inputs: transformer.inputs.map(LinearClassifierGraph.Input.init),
      coefficients: regression.coefficients.map(Float.init),
      intercept: Float(regression.intercept), labels: LinearClassifierGraph.Labels(target),
      metadata: [
        (key: "target", value: target.name), (key: "positive_label", value: target.positive),
      ])
    let model = try graph.model()
    onnx = model.encode()
    session = try ONNXSession(model)
  }
}

extension LinearClassifierGraph.Input {
  fileprivate init(_ input: FittedColumnTransformer.Input) {
    switch input {
    case .numeric(let numeric):
      self.init(
        name: numeric.name,
        .numeric(
          fill: Float(numeric.median), offset: Float(numeric.mean), scale: Float(1 / numeric.scale))
      )
    case .categorical(let categorical):
      self.init(
        name: categorical.name,
        .categorical(levels: categorical.levels, missingIsLevel: categorical.missingIsLevel))
    }
  }
}

extension LinearClassifierGraph.Labels {
  fileprivate init(_ target: TargetEncoding) {
    if let numbers = target.integerClasses {
      self = .integers(negative: numbers[0], positive: numbers[1])
    } else {
      self = .texts(negative: target.classes[0], positive: target.classes[1])
    }
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
