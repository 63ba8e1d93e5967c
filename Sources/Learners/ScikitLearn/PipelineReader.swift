/// Reads the estimators and transformers of a file, one in the other, and plans what they do.
///
/// What they do is what scikit-learn does in 64-bit numbers; each function names the class.
struct PipelineReader {
  /// How deep estimators may be nested.
  static let maximumDepth = 40

  var planner: PipelinePlanner
  /// How large the trees are that were read.
  var treeCounts = TreeCounts()
  /// Whether what the last transformer made leaves out zeros, which XGBoost takes for missing.
  var isSparse = false
  private var depth = 0

  init(featureNames: [String?]) { planner = PipelinePlanner(featureNames: featureNames) }

  var features: [PipelineColumn] { planner.features }

  /// What an estimator answers of a table.
  mutating func answer(
    of estimator: PickledObject, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    try enter(estimator)
    // What its steps make is its own: the models of a vote look at the same table.
    let isTableSparse = isSparse
    defer {
      isSparse = isTableSparse
      depth -= 1
    }
    guard let kind = EstimatorClass(estimator) else { throw estimator.unknownEstimator() }
    return try answer(of: estimator, kind, table)
  }

  /// What a transformer makes of a table.
  mutating func transform(
    _ table: [PipelineColumn], by transformer: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    try enter(transformer)
    defer { depth -= 1 }
    guard let kind = TransformerClass(transformer) else {
      throw .unsupportedModel(
        .scikitLearn, reason: "'\(transformer.fullName)' is not supported",
        supported: TransformerClass.allCases.map(\.rawValue))
    }
    let made = try transform(table, by: transformer, kind)
    isSparse = try transformer.makesSparse(kind, of: isSparse)
    return made
  }

  private mutating func enter(_ object: PickledObject) throws(LearnerError) {
    guard depth < Self.maximumDepth else {
      throw object.file.broken("its steps are nested too deeply")
    }
    depth += 1
  }

  /// The answer as an output: probabilities and their labels, or numbers.
  mutating func output(
    of answer: EstimatorAnswer, _ estimator: PickledObject
  ) throws(LearnerError) -> (PlannedTensor, ModelLabels?) {
    if case .number(let tensor) = answer { return (tensor, nil) }
    let (tensor, labels) = try probabilities(of: answer, estimator)
    let texts = ModelLabels(
      texts: labels.map(\.label),
      areIntegers: labels.allSatisfy { if case .integer = $0 { true } else { false } })
    return (tensor, texts)
  }

  /// The probability of each label.
  mutating func probabilities(
    of answer: EstimatorAnswer, _ estimator: PickledObject
  ) throws(LearnerError) -> (PlannedTensor, [PickledCell]) {
    switch answer {
    case .scores(_, nil, _, _):
      throw try estimator.deciding().unsupported(
        "has no probabilities", supported: ["CalibratedClassifierCV around it"])
    case .scores(let scores, let link?, let labels, _):
      let probabilities = planner.add(
        ScoreLinkOperator(link: link, width: labels.count), [scores], width: labels.count,
        node: estimator.name)
      return (probabilities, labels)
    case .probabilities(let tensor, let labels, _): return (tensor, labels)
    case .number: throw estimator.unsupported("answers numbers where labels are needed")
    }
  }

  consuming func graph(
    outputs: [(tensor: PlannedTensor, name: String)]
  ) throws(LearnerError) -> (ScoringGraph, [ModelFeature]) {
    try planner.graph(outputs: outputs)
  }
}
