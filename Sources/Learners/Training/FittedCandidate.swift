/// A candidate fitted to rows: what its scores are computed from.
struct FittedCandidate: Sendable {
  let estimator: ModelGraph.Estimator
  /// How its scores become probabilities where no calibration does.
  let response: ModelGraph.Response
  /// Whether the fit reached its tolerance; always for trees.
  var converged = true
  /// What the fit says of each column, larger for what matters more; in the order of the table.
  let importances: [Double]
  /// The mean loss after each tree on rows that told when to stop; empty without them.
  var validationLosses: [Double] = []

  /// A linear model; a column matters as much as its largest coefficient.
  init(
    linear transformer: FittedColumnTransformer, _ coefficients: [[Double]],
    _ intercepts: [Double], _ response: ModelGraph.Response, converged: Bool = true
  ) {
    estimator = .linear(transformer, coefficients: coefficients, intercepts: intercepts)
    self.response = response
    self.converged = converged
    importances = transformer.largest(of: coefficients)
  }

  /// Trees.
  init(
    _ trees: TreeEnsemble, _ response: ModelGraph.Response, importances: [Double],
    validationLosses: [Double] = []
  ) {
    estimator = .trees(trees)
    self.response = response
    self.importances = importances
    self.validationLosses = validationLosses
  }

  /// The columns whose numbers differ too little for single precision.
  var impreciseColumns: [String] {
    guard case .linear(let transformer, _, _) = estimator else { return [] }
    return transformer.numericInputs.filter(\.isImprecise).map(\.name)
  }

  /// The columns of text with the levels that the model tells apart.
  var categoricalInputs: [CategoricalInput] {
    switch estimator {
    case .linear(let transformer, _, _): transformer.categoricalInputs
    case .trees(let trees):
      trees.binner.inputs.compactMap { input in
        if case .categorical(let bins) = input { bins.input } else { nil }
      }
    }
  }

  /// The scores of each row, row by row: one for two labels and for numbers, one a class for several.
  func scores(_ table: Table) throws(LearnerError) -> [Double] {
    try ScoringGraph(
      ModelGraph(estimator: estimator, response: .identity, calibration: nil, answer: .scores)
        .model()
    ).scores(table)
  }

  /// What scores stand for: a probability of the positive label, of each class, or a number; as a model
  /// file answers, bit for bit.
  func predictions(_ scores: [Double], of target: TargetEncoding) -> [Double] {
    guard target.task != .regression else { return scores }
    let floats = scores.map(Float.init)
    let answers =
      switch response {
      // The sum over many trees may be a hair out of 0...1.
      case .identity: floats.map { min(max($0, 0), 1) }
      case .logistic: floats.map(Sigmoid.of)
      case .softmax: ONNXScoreTransform.softmax.perClass(floats, classes: target.classes.count)
      }
    return answers.map(Double.init)
  }
}

extension FittedColumnTransformer {
  /// For each input the largest magnitude among its features' coefficients.
  fileprivate func largest(of coefficients: [[Double]]) -> [Double] {
    var (number, level) = (0, numericInputs.count)
    return inputs.map { input in
      let features: Range<Int>
      switch input {
      case .numeric:
        features = number..<number + 1
        number += 1
      case .categorical(let categorical):
        features = level..<level + categorical.featureCount
        level = features.upperBound
      }
      return coefficients.reduce(0) { largest, row in
        row[features].reduce(largest) { max($0, abs($1)) }
      }
    }
  }
}
