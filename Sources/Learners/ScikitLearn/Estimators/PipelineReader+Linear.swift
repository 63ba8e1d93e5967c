extension PipelineReader {
  /// The sums of a linear model: `coef_` and `intercept_`.
  mutating func linearScores(
    of model: PickledObject, _ table: [PipelineColumn], count: Int
  ) throws(LearnerError) -> PlannedTensor {
    let coefficients = try model.matrix("coef_")
    guard let shape = coefficients.table, shape.columns == table.count,
      coefficients.numbers.count == shape.rows * table.count, shape.rows == count || count == 1
    else {
      throw model.broken("'coef_' is not for \(count) times \(table.count) numbers")
    }
    guard shape.rows == count else { throw model.unsupported("answers several numbers at once") }
    var intercepts = try model.matrix("intercept_").numbers
    if intercepts.count == 1 { intercepts = Array(repeating: intercepts[0], count: count) }
    guard intercepts.count == count else { throw model.misfit("intercept_") }
    return planner.add(
      LinearOperator(coefficients: coefficients.numbers, intercepts: intercepts),
      [try planner.numbers(table)], width: count, node: model.name)
  }

  /// Linear models that decide by the sums alone.
  mutating func marginAnswer(
    of model: PickledObject, _ table: [PipelineColumn], link: ScoreLink?
  ) throws(LearnerError) -> EstimatorAnswer {
    // `RidgeClassifier` keeps its labels in what made numbers of them.
    let labels =
      model.has("classes_")
      ? try model.labels() : try model.object("_label_binarizer").labels()
    let count = labels.count == 2 ? 1 : labels.count
    let scores = try linearScores(of: model, table, count: count)
    let own: ScoreLink? = count == 1 ? link : link.map { _ in model.separateSigmoids(labels.count) }
    return .scores(scores, own, labels: labels, .aboveZero(count))
  }

  /// `LogisticRegression` and `LogisticRegressionCV`.
  mutating func logisticAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let count = labels.count == 2 ? 1 : labels.count
    let scores = try linearScores(of: model, table, count: count)
    let isMultinomial = try model.isMultinomial(labels.count)
    let link: ScoreLink =
      labels.count == 2
      // The softmax of -x and x is the sigmoid of 2x.
      ? .sigmoid(times: isMultinomial ? 2 : 1)
      : isMultinomial ? .softmax : model.separateSigmoids(labels.count)
    return .scores(scores, link, labels: labels, .aboveZero(count))
  }
}

extension LabelDecision {
  /// What classifiers do that have one score for two labels, and one for each of several.
  static func aboveZero(_ scoreCount: Int, isInclusive: Bool = false) -> LabelDecision {
    scoreCount == 1 ? .threshold(LabelThreshold(isInclusive: isInclusive)) : .highest
  }
}

extension PipelineReader {
  /// `LinearDiscriminantAnalysis`.
  mutating func discriminantAnswer(
    of model: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    let labels = try model.labels()
    let count = labels.count == 2 ? 1 : labels.count
    return .scores(
      try linearScores(of: model, table, count: count),
      count == 1 ? .sigmoid(times: 1) : .softmax, labels: labels, .aboveZero(count))
  }

  /// `PoissonRegressor`, `GammaRegressor` and `TweedieRegressor`: the exponential of a sum, where the link is
  /// the logarithm.
  mutating func generalizedNumber(
    of model: PickledObject, _ table: [PipelineColumn], _ kind: EstimatorClass
  ) throws(LearnerError) -> PlannedTensor {
    let sums = try linearScores(of: model, table, count: 1)
    if kind == .tweedie {
      let link = try model.text("link")
      let isIdentity = link == "auto" ? try model.number("power") <= 0 : link == "identity"
      if isIdentity { return sums }
    }
    return planner.add(
      ColumnStepOperator(steps: [.function(.exp)], width: 1), [sums], width: 1, node: model.name)
  }
}

extension PickledObject {
  /// The labels of a classifier, in order.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` unless there are two or more.
  func labels(_ name: String = "classes_") throws(LearnerError) -> [PickledCell] {
    let labels = try cells(name)
    guard labels.count > 1 else { throw broken("'\(name)' has fewer than two labels") }
    return labels
  }

  /// A model for each label; up to version 1.7 there are no probabilities where all are rounded to 0.
  fileprivate func separateSigmoids(_ labelCount: Int) -> ScoreLink {
    let isOld = version.map { $0 < ScikitLearnVersion(1, 8) } ?? false
    return .sigmoids(empty: isOld ? .nan : 1 / Double(labelCount))
  }

  /// How the sums of `SGDClassifier` become probabilities, where its loss has any.
  func descentLink() throws(LearnerError) -> ScoreLink? {
    ["log", "log_loss"].contains(try text("loss")) ? .sigmoid(times: 1) : nil
  }

  /// Whether the labels share one model: what `multi_class` said up to version 1.7, and what the solver
  /// decided where it said nothing.
  fileprivate func isMultinomial(_ labelCount: Int) throws(LearnerError) -> Bool {
    let rule = has("multi_class") ? try text("multi_class") : "auto"
    switch rule {
    case "multinomial": return true
    case "ovr", "warn": return false
    case "auto", "deprecated":
      let solver = try text("solver")
      let isSeparate =
        solver == "liblinear"
        || solver == "newton-cholesky" && version.map { $0 < ScikitLearnVersion(1, 6) } ?? false
      return labelCount > 2 && !isSeparate
    default: throw unsupported("has multi_class='\(rule)'")
    }
  }
}
